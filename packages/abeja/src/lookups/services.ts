import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { newestFirst } from '../serving/newest-first.ts';
import { modelIdsOf } from '../serving/same-service.ts';
import { described, enteredOf, firstChoices } from './first-choices.ts';

/** The services of a deployment, the newest first. */
export const services: Lookup<AbejaClient> = async ({ client, signal }, request) => {
  const deploymentId = enteredOf(request, 'deploymentId');
  if (deploymentId === undefined) return { entries: [] };
  const { entries } = await client.getServices(deploymentId, signal);
  return firstChoices(newestFirst(entries), request, (service) => ({
    value: service.serviceId,
    title: service.serviceId,
    description: described(service.status, ...modelIdsOf(service), service.createdAt),
  }));
};
