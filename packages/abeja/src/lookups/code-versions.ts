import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { newestFirst } from '../serving/newest-first.ts';
import { described, enteredOf, firstChoices } from './first-choices.ts';

/** The code versions of a deployment, the newest first. */
export const codeVersions: Lookup<AbejaClient> = async ({ client, signal }, request) => {
  const deploymentId = enteredOf(request, 'deploymentId');
  if (deploymentId === undefined) return { entries: [] };
  const { entries } = await client.getCodeVersions(deploymentId, signal);
  return firstChoices(newestFirst(entries), request, ({ versionId, version, image }) => ({
    value: versionId,
    title: version ?? versionId,
    description: described(image),
  }));
};
