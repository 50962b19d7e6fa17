import type { RunContext } from '@modelferry/operation';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';
import { checkUnused } from './check-unused.ts';
import { findService } from './find-service.ts';
import type { ServiceRef } from './service-job.ts';

/** Deletes a service. @throws EngineError with code `conflict` where it is in use, `not-found` where it is not there */
export async function deleteService(context: RunContext<AbejaClient>, reference: ServiceRef): Promise<void> {
  const { client, signal } = context;
  const { deploymentId, serviceId } = reference;
  await checkUnused(context, reference, 'deleted');
  await surely(context, {
    doing: `delete the service ${serviceId}`,
    send: () => client.deleteService(deploymentId, serviceId, signal),
    isDone: async () => !(await findService(context, reference)),
  });
}
