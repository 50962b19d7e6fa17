import type { Lookup } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';

const pageLength = 100;

/** Datasets by their names, the newest first; the vendor does not filter them by name, and so we do. */
export const datasets: Lookup<DataRobotClient> = async ({ client, signal }, { filter, next }) => {
  const offset = Number(next ?? 0);
  const wanted = filter?.trim().toLowerCase() ?? '';
  const { entries, more } = await client.getDatasets(
    { offset, limit: pageLength, orderBy: '-created', filterFailed: true },
    signal,
  );
  return {
    entries: entries
      .map(({ datasetId, name, rowCount, creationDate }) => ({
        value: datasetId,
        title: name ?? datasetId,
        description:
          [rowCount === undefined ? undefined : `${rowCount} rows`, creationDate]
            .filter(Boolean)
            .join(', ') || undefined,
      }))
      .filter(({ title, value }) => `${title} ${value}`.toLowerCase().includes(wanted)),
    next: more ? String(offset + entries.length) : undefined,
  };
};
