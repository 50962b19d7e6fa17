import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, patch, post, remove } from '../calls.ts';
import { deploymentPath } from './deployments.ts';
import { pageOf, type Page } from '../wire/page.ts';

const endpoint = camelized({
  endpoint_id: id,
  custom_alias: perhaps(v.string()),
  service_id: id,
});

/** An endpoint: a name that stays, and the service it points to. Source: docs/vendors/abeja.md, 3.6. */
export type Endpoint = v.InferOutput<typeof endpoint>;

/** The calls for endpoints (docs/vendors/abeja.md, 3.6). `endpoint` is its ID or its alias. */
export interface EndpointCalls {
  /** 3.6. 400 where the alias is taken. */
  createEndpoint(
    deploymentId: string,
    settings: { readonly serviceId: string; readonly customAlias: string },
    signal: AbortSignal,
  ): Promise<Endpoint>;
  /** 3.6. */
  getEndpoints(deploymentId: string, signal: AbortSignal): Promise<Page<Endpoint>>;
  /** 3.6. */
  getEndpoint(deploymentId: string, endpoint: string, signal: AbortSignal): Promise<Endpoint>;
  /** 3.6. The switch: from now on it points to this service. */
  pointEndpoint(
    deploymentId: string,
    endpoint: string,
    to: { readonly serviceId: string },
    signal: AbortSignal,
  ): Promise<void>;
  /** 3.6. */
  deleteEndpoint(deploymentId: string, endpoint: string, signal: AbortSignal): Promise<void>;
}

export function endpointCalls(port: CallPort): EndpointCalls {
  const pathOf = (deploymentId: string, ...rest: readonly string[]): string =>
    deploymentPath(deploymentId, 'endpoints', ...rest);

  return {
    createEndpoint: (deploymentId, { serviceId, customAlias }, signal) =>
      port.json(
        post(`create the endpoint "${customAlias}"`, pathOf(deploymentId), signal, {
          service_id: serviceId,
          custom_alias: customAlias,
        }),
        endpoint,
      ),

    getEndpoints: (deploymentId, signal) =>
      port.json(
        get(`list the endpoints of the deployment ${deploymentId}`, pathOf(deploymentId), signal),
        pageOf(endpoint),
      ),

    getEndpoint: (deploymentId, alias, signal) =>
      port.json(get(`read the endpoint "${alias}"`, pathOf(deploymentId, alias), signal), endpoint),

    pointEndpoint: (deploymentId, alias, { serviceId }, signal) =>
      port.send(
        patch(
          `point the endpoint "${alias}" to the service ${serviceId}`,
          pathOf(deploymentId, alias),
          signal,
          {
            service_id: serviceId,
          },
        ),
      ),

    deleteEndpoint: (deploymentId, alias, signal) =>
      port.send(remove(`delete the endpoint "${alias}"`, pathOf(deploymentId, alias), signal)),
  };
}
