import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { described, firstChoices } from './first-choices.ts';

/** Deployments by their names. */
export const deployments: Lookup<AbejaClient> = async ({ client, signal }, request) => {
  const { entries } = await client.getDeployments(signal);
  return firstChoices(entries, request, ({ deploymentId, name, description }) => ({
    value: deploymentId,
    title: name ?? deploymentId,
    description: described(description),
  }));
};
