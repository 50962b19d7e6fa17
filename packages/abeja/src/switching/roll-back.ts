import type { Patience, RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';
import { isReady } from '../serving/service-state.ts';
import { startService } from '../serving/start-service.ts';
import { readEndpoint, type EndpointRef } from './read-endpoint.ts';
import type { Switched } from './switch-model.ts';
import { switchTo } from './switch-to.ts';

/** What is wanted. */
export interface RollBack extends EndpointRef {
  /** The service to go back to. */
  readonly serviceId: string;
  readonly sample?: Source;
  readonly patience: Patience;
}

/**
 * Points an endpoint to a service that is there; one that was stopped is started first.
 * @throws as {@link switchTo}
 */
export async function rollBack(context: RunContext<AbejaClient>, wanted: RollBack): Promise<Switched> {
  const { client, signal } = context;
  const { deploymentId, serviceId: to } = wanted;
  const { serviceId: from } = await readEndpoint(context, wanted);
  const found = await client.getService(deploymentId, to, signal);
  if (from === to && isReady(found.status)) {
    const already = { previousServiceId: undefined, sampleAnswer: undefined };
    return { outcome: 'already-current', service: found, ...already };
  }
  await startService(context, { deploymentId, serviceId: to });
  const arrival = await switchTo(context, { ...wanted, from, to });
  return {
    outcome: arrival ? 'switched' : 'pending',
    service: arrival?.service ?? found,
    previousServiceId: arrival && from,
    sampleAnswer: arrival?.sampleAnswer,
  };
}
