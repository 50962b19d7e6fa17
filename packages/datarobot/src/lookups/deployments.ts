import type { Lookup } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';

/** The longest page that is documented (3.3). */
const pageLength = 100;

/** Deployments by their names; the vendor itself filters them. */
export const deployments: Lookup<DataRobotClient> = async ({ client, signal }, { filter, next }) => {
  const offset = Number(next ?? 0);
  const { entries, more } = await client.getDeployments(
    { offset, limit: pageLength, search: filter?.trim() || undefined },
    signal,
  );
  return {
    entries: entries.map(({ id, label, status, model }) => ({
      value: id,
      title: label ?? id,
      description: [model?.targetName, model?.targetType, status].filter(Boolean).join(', ') || undefined,
    })),
    next: more ? String(offset + entries.length) : undefined,
  };
};
