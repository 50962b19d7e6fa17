import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { described, enteredOf, firstChoices } from './first-choices.ts';

/** The endpoints of a deployment, by their aliases. */
export const endpoints: Lookup<AbejaClient> = async ({ client, signal }, request) => {
  const deploymentId = enteredOf(request, 'deploymentId');
  if (deploymentId === undefined) return { entries: [] };
  const { entries } = await client.getEndpoints(deploymentId, signal);
  return firstChoices(entries, request, ({ endpointId, customAlias = endpointId, serviceId }) => ({
    value: customAlias,
    title: customAlias,
    description: described(serviceId),
  }));
};
