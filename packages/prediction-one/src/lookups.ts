import type { Lookup, LookupEntry } from '@modelferry/operation';
import type { PredictionOneClient } from './client/client.ts';
import type { Page } from './client/page.ts';

/** Entries of one page of a list, as a drop-down wants them. */
const pageLength = 100;

type Client = PredictionOneClient;

const matches = (filter: string | undefined, { title, value }: LookupEntry): boolean =>
  filter === undefined || `${title} ${value}`.toLowerCase().includes(filter.trim().toLowerCase());

/** Makes a lookup of a paged list: one page of the vendor's at a time, filtered here since the vendor filters nothing. */
function paged<Entry>(
  read: (client: Client, offset: number, signal: AbortSignal) => Promise<Page<Entry>>,
  entryOf: (entry: Entry) => LookupEntry,
): Lookup<Client> {
  return async ({ client, signal }, { filter, next }) => {
    const offset = Number(next ?? 0);
    const { entries, total } = await read(client, offset, signal);
    const nextOffset = offset + entries.length;
    const more = entries.length > 0 && nextOffset < (total ?? 0);
    return {
      entries: entries.map(entryOf).filter((entry) => matches(filter, entry)),
      next: more ? String(nextOffset) : undefined,
    };
  };
}

export const models = paged(
  (client, offset, signal) => client.getModels({ offset, limit: pageLength }, signal),
  ({ modelId, name, targetType }) => ({
    value: modelId,
    title: name ?? modelId,
    description: targetType?.replaceAll('_', ' '),
  }),
);

export const dataSets = paged(
  (client, offset, signal) => client.getDataSets({ offset, limit: pageLength }, signal),
  ({ dataSetId, name }) => ({ value: dataSetId, title: name ?? dataSetId }),
);

/** All at once: the vendor has no pages here. */
export const classifiers: Lookup<Client> = async ({ client, signal }, { filter }) => {
  const found = await client.getClassifiers(signal);
  const entries = found.map(({ classifierId, modelId, status, url }) => ({
    value: classifierId,
    // It has no name of its own: its model tells it from the others
    title: `${classifierId} (${modelId ? `model ${modelId}, ` : ''}${status})`,
    url: url ?? undefined,
  }));
  return { entries: entries.filter((entry) => matches(filter, entry)) };
};
