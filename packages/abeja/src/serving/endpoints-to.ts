import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { ServiceRef } from './service-job.ts';

/** The endpoints that point to a service, by their aliases. */
export async function endpointsTo(
  { client, signal }: Pick<RunContext<AbejaClient>, 'client' | 'signal'>,
  { deploymentId, serviceId }: ServiceRef,
): Promise<readonly string[]> {
  const { entries } = await client.getEndpoints(deploymentId, signal);
  return entries
    .filter((endpoint) => endpoint.serviceId === serviceId)
    .map(({ customAlias, endpointId }) => customAlias ?? endpointId);
}
