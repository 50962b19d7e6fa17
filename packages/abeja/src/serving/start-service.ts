import type { RunContext } from '@modelferry/operation';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';
import type { ServiceRef } from './service-job.ts';
import { isStopped } from './service-state.ts';

/** Starts a service that was stopped; it gets ready then. @returns whether it was stopped */
export async function startService(
  context: RunContext<AbejaClient>,
  { deploymentId, serviceId }: ServiceRef,
): Promise<boolean> {
  const { client, signal } = context;
  const isDone = async () => !isStopped((await client.getService(deploymentId, serviceId, signal)).status);
  if (await isDone()) return false;
  await surely(context, {
    doing: `start the service ${serviceId}`,
    send: () => client.startService(deploymentId, serviceId, signal),
    isDone,
  });
  return true;
}
