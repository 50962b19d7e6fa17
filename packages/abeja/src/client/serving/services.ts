import type { CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, patch, post, remove } from '../calls.ts';
import { deploymentPath } from './deployments.ts';
import { environmentTexts, type Environment } from '../wire/environment.ts';
import { logPage, logQuery, type LogPage, type LogRequest } from '../wire/log-page.ts';
import { pageOf, type Page } from '../wire/page.ts';
import { service, type Service } from './service.ts';
import { snaked } from '../wire/snaked.ts';

/** How many machines a service has. */
export interface ServiceScale {
  /** From 1 to 300. @default the vendor's: 1 */
  readonly instanceNumber?: number;
  /** Ignored by the server today. */
  readonly minInstanceNumber?: number;
  /** @default the vendor's: twice the number */
  readonly maxInstanceNumber?: number;
  readonly enableAutoscale?: boolean;
}

/** How a service is to be. */
export interface ServiceSettings extends ServiceScale {
  /** The code version it runs. */
  readonly versionId: string;
  /** The model it serves. */
  readonly modelId?: string;
  /** As of training jobs. @default the vendor's: cpu-0.25 */
  readonly instanceType?: string;
  readonly environment?: Environment;
  /** The channel that keeps what it is asked. */
  readonly recordChannelId?: string;
}

/** The calls for services (docs/vendors/abeja.md, 3.6). */
export interface ServiceCalls {
  /** 3.6. Never repeated: each service is paid. */
  createService(deploymentId: string, settings: ServiceSettings, signal: AbortSignal): Promise<Service>;
  /** 3.6. */
  getServices(deploymentId: string, signal: AbortSignal): Promise<Page<Service>>;
  /** 3.6. */
  getService(deploymentId: string, serviceId: string, signal: AbortSignal): Promise<Service>;
  /** 3.6. @returns the service, where the answer has it: it is in progress again */
  updateService(
    deploymentId: string,
    serviceId: string,
    change: ServiceScale,
    signal: AbortSignal,
  ): Promise<Service | undefined>;
  /** 3.6. 400 where it does not run. */
  stopService(deploymentId: string, serviceId: string, signal: AbortSignal): Promise<void>;
  /** 3.6. 400 where it runs. */
  startService(deploymentId: string, serviceId: string, signal: AbortSignal): Promise<void>;
  /** 3.6. What becomes of an endpoint that points to it is unknown (Q26). */
  deleteService(deploymentId: string, serviceId: string, signal: AbortSignal): Promise<void>;
  /** 3.6. */
  getServiceLogs(
    deploymentId: string,
    serviceId: string,
    request: LogRequest,
    signal: AbortSignal,
  ): Promise<LogPage>;
}

/** The one name a model gets is this very word: the vendor's clients know no other. */
const modelsOf = (modelId: string | undefined) => (modelId === undefined ? undefined : { alias: modelId });

export function serviceCalls(port: CallPort): ServiceCalls {
  const pathOf = (deploymentId: string, serviceId: string, ...rest: readonly string[]): string =>
    deploymentPath(deploymentId, 'services', serviceId, ...rest);

  return {
    createService: (deploymentId, { modelId, environment, ...settings }, signal) =>
      port.json(
        post(
          `create a service of the deployment ${deploymentId}`,
          deploymentPath(deploymentId, 'services'),
          signal,
          { ...snaked(settings), models: modelsOf(modelId), environment: environmentTexts(environment) },
        ),
        service,
      ),

    getServices: (deploymentId, signal) =>
      port.json(
        get(
          `list the services of the deployment ${deploymentId}`,
          deploymentPath(deploymentId, 'services'),
          signal,
        ),
        pageOf(service),
      ),

    getService: (deploymentId, serviceId, signal) =>
      port.json(get(`read the service ${serviceId}`, pathOf(deploymentId, serviceId), signal), service),

    updateService: (deploymentId, serviceId, change, signal) =>
      port.json(
        patch(`scale the service ${serviceId}`, pathOf(deploymentId, serviceId), signal, snaked(change)),
        v.optional(service),
      ),

    stopService: (deploymentId, serviceId, signal) =>
      port.send(post(`stop the service ${serviceId}`, pathOf(deploymentId, serviceId, 'stop'), signal)),

    startService: (deploymentId, serviceId, signal) =>
      port.send(post(`start the service ${serviceId}`, pathOf(deploymentId, serviceId, 'start'), signal)),

    deleteService: (deploymentId, serviceId, signal) =>
      port.send(remove(`delete the service ${serviceId}`, pathOf(deploymentId, serviceId), signal)),

    getServiceLogs: (deploymentId, serviceId, request, signal) =>
      port.json(
        get(
          `read the log of the service ${serviceId}`,
          pathOf(deploymentId, serviceId, 'recentlogs'),
          signal,
          logQuery(request),
        ),
        logPage,
      ),
  };
}
