import type { Lookup } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';

/** The retraining policies of a deployment, which are few: five at most (3.17). */
export const retrainingPolicies: Lookup<DataRobotClient> = async (
  { client, signal },
  { filter, next, inputs },
) => {
  const deploymentId = inputs?.['deploymentId'];
  if (typeof deploymentId !== 'string' || deploymentId === '') return { entries: [] };
  const offset = Number(next ?? 0);
  const wanted = filter?.trim().toLowerCase() ?? '';
  const { entries, more } = await client.getRetrainingPolicies(deploymentId, { offset, limit: 100 }, signal);
  return {
    entries: entries
      .map(({ id, name, action, trigger }) => ({
        value: id,
        title: name ?? id,
        description: [action, trigger?.type].filter(Boolean).join(', ') || undefined,
      }))
      .filter(({ title, value }) => `${title} ${value}`.toLowerCase().includes(wanted)),
    next: more ? String(offset + entries.length) : undefined,
  };
};
