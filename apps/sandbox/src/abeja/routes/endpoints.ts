import { badRequest, FieldError } from '../errors.ts';
import { requiredText } from '../fields.ts';
import { inOrder } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import { D } from '../serve-routes.ts';
import type { Call, Route } from '../call.ts';
import type { Deployment, Endpoint } from '../serving/deployment.ts';
import { findDeployment, findEndpoint } from '../serving/find.ts';
import type { Service } from '../serving/service.ts';
import { endpointObject } from '../serving/serving-objects.ts';

const looksWhileLagging = 2;

/** Endpoints: which service answers under a name. */
export function endpointRoutes(platform: AbejaPlatform): readonly Route[] {
  const { variants } = platform.parts;
  /** @throws ApiError 400 for a service that is not up */
  const wantedService = (call: Call): Service => {
    const { services } = findDeployment(platform, call);
    const service = services.get(requiredText(call.fields(), 'service_id'));
    if (service === undefined) throw new FieldError('service_id', 'unknown');
    if (service.status !== 'READY' && !variants.has('endpoint-accepts-not-ready'))
      throw badRequest('the service is not ready');
    return service;
  };
  return [
    [
      `POST ${D}/endpoints`,
      'endpointCreate',
      (call) => {
        const deployment = findDeployment(platform, call);
        const alias = requiredText(call.fields(), 'custom_alias');
        const { id } = wantedService(call);
        if ([...deployment.endpoints.values()].some((each) => each.alias === alias))
          throw badRequest(`${alias} exists already`);
        return endpointObject(addEndpoint(platform, deployment, alias, id));
      },
    ],
    [
      `GET ${D}/endpoints`,
      'endpoints',
      (call) => {
        const all = inOrder([...findDeployment(platform, call).endpoints.values()], variants);
        return { entries: all.map(looked) };
      },
    ],
    [`GET ${D}/endpoints/:endpoint`, 'endpoint', (call) => looked(findEndpoint(platform, call))],
    [
      `PATCH ${D}/endpoints/:endpoint`,
      'endpointUpdate',
      (call) => {
        const endpoint = findEndpoint(platform, call);
        const { id } = wantedService(call);
        if (variants.has('endpoint-lags'))
          endpoint.outdated = { serviceId: endpoint.serviceId, looks: looksWhileLagging };
        endpoint.serviceId = id;
        platform.done.switches += 1;
        return { message: `${endpoint.id} updated` };
      },
    ],
    [
      `DELETE ${D}/endpoints/:endpoint`,
      'endpointDelete',
      (call) => {
        const { id } = findEndpoint(platform, call);
        findDeployment(platform, call).endpoints.delete(id);
        return { message: `${id} deleted` };
      },
    ],
  ];
}

/** Points a new name to a service. */
export function addEndpoint(
  { ids }: AbejaPlatform,
  { endpoints }: Deployment,
  alias: string,
  serviceId: string,
): Endpoint {
  const endpoint: Endpoint = { id: ids.prefixed('pnt'), alias, serviceId };
  endpoints.set(endpoint.id, endpoint);
  return endpoint;
}

/** What a look shows, which may be what was. */
function looked(endpoint: Endpoint): unknown {
  const { outdated } = endpoint;
  if (outdated !== undefined && outdated.looks-- <= 0) delete endpoint.outdated;
  return endpointObject(endpoint);
}
