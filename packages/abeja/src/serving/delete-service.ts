import type { RunContext } from '@modelferry/operation';
import { isGone } from '../at-most-once/is-gone.ts';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';
import { checkUnused } from './check-unused.ts';
import type { ServiceRef } from './service-job.ts';

/** Deletes a service. @throws EngineError with code `conflict` where it is in use, `not-found` where it is not there */
export async function deleteService(
  context: RunContext<AbejaClient>,
  { deploymentId, serviceId }: ServiceRef,
): Promise<void> {
  const { client, signal } = context;
  await checkUnused(context, { deploymentId, serviceId }, 'deleted');
  await surely(context, {
    doing: `delete the service ${serviceId}`,
    send: () => client.deleteService(deploymentId, serviceId, signal),
    isDone: () => isGone(() => client.getService(deploymentId, serviceId, signal)),
  });
}
