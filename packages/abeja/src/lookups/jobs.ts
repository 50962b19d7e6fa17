import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { allJobs } from '../client/lists.ts';
import { described, enteredOf, firstChoices } from './first-choices.ts';

/** The training jobs of a job definition, as far as they are not archived. */
export const jobs: Lookup<AbejaClient> = async ({ client, signal }, request) => {
  const definition = enteredOf(request, 'definition');
  if (definition === undefined) return { entries: [] };
  const entries = allJobs(client, definition, {}, signal);
  return firstChoices(entries, request, ({ jobId, description, status, createdAt }) => ({
    value: jobId,
    title: description === undefined ? jobId : `${jobId} (${description})`,
    description: described(status, createdAt),
  }));
};
