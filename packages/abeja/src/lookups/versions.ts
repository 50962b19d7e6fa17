import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { described, enteredOf, firstChoices } from './first-choices.ts';

/** The versions of a job definition, as far as they are not archived, the latest first. */
export const versions: Lookup<AbejaClient> = async ({ client, signal }, request) => {
  const definition = enteredOf(request, 'definition');
  if (definition === undefined) return { entries: [] };
  const found = await client.getVersions(definition, {}, signal);
  const latestFirst = found.toSorted((a, b) => b.jobDefinitionVersion - a.jobDefinitionVersion);
  return firstChoices(latestFirst, request, ({ jobDefinitionVersion, description, handler, image }) => ({
    value: String(jobDefinitionVersion),
    title: described(String(jobDefinitionVersion), description) ?? '',
    description: described(handler, image),
  }));
};
