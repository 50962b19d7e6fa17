import type { Lookup } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';

/** The longest page that is documented (3.11). */
const pageLength = 100;

/** Batch definitions by their names. Older servers do not filter them (3.14), and so each page is filtered here, too. */
export const batchDefinitions: Lookup<DataRobotClient> = async ({ client, signal }, { filter, next }) => {
  const offset = Number(next ?? 0);
  const part = filter?.trim().toLowerCase();
  const { entries, more } = await client.getJobDefinitions(
    { offset, limit: pageLength, searchName: part || undefined },
    signal,
  );
  return {
    entries: entries
      .filter(({ name }) => part === undefined || (name ?? '').toLowerCase().includes(part))
      .map(({ id, name, enabled, nextScheduledRunTime }) => ({
        value: id,
        title: name ?? id,
        description:
          enabled === true && nextScheduledRunTime !== undefined
            ? `next run: ${nextScheduledRunTime}`
            : undefined,
      })),
    next: more ? String(offset + entries.length) : undefined,
  };
};
