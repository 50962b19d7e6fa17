import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { allModels } from '../client/lists.ts';
import { described, enteredOf, firstChoices } from './first-choices.ts';

/** The models of a job definition, as far as they are not archived. */
export const models: Lookup<AbejaClient> = async ({ client, signal }, request) => {
  const definition = enteredOf(request, 'definition');
  if (definition === undefined) return { entries: [] };
  const entries = allModels(client, definition, {}, signal);
  return firstChoices(entries, request, ({ modelId, description, createdAt, metrics }) => ({
    value: modelId,
    title: description === undefined ? modelId : `${modelId} (${description})`,
    description: described(
      createdAt,
      ...Object.entries(metrics ?? {}).map(([name, value]) => `${name} ${value}`),
    ),
  }));
};
