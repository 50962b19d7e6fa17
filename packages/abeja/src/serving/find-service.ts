import type { LookupContext } from '@modelferry/operation';
import { findNamed } from '../at-most-once/find-named.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Service } from '../client/serving/service.ts';
import type { ServiceRef } from './service-job.ts';

/** A service by its ID, or that it is not there any more. */
export const findService = (
  { client, signal }: Pick<LookupContext<AbejaClient>, 'client' | 'signal'>,
  { deploymentId, serviceId }: ServiceRef,
): Promise<Service | undefined> =>
  findNamed(
    () => client.getService(deploymentId, serviceId, signal),
    async () => {
      const { entries } = await client.getServices(deploymentId, signal);
      return entries.find((service) => service.serviceId === serviceId);
    },
  );
