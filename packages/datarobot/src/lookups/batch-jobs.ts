import type { Lookup, LookupEntry } from '@modelferry/operation';
import type { BatchJob } from '../client/batch-job.ts';
import type { DataRobotClient } from '../client/client.ts';

const pageLength = 100;

/** Batch jobs, the newest first: a job has no name of its own, so that its deployment, time and status tell it from others. */
export const batchJobs: Lookup<DataRobotClient> = async ({ client, signal }, { filter, next }) => {
  const offset = Number(next ?? 0);
  const wanted = filter?.trim().toLowerCase() ?? '';
  const [{ entries, more }, labels] = await Promise.all([
    client.getBatchJobs({ offset, limit: pageLength, orderBy: '-created' }, signal),
    deploymentLabels(client, signal),
  ]);
  return {
    entries: entries
      .map((job) => entryOf(job, labels))
      .filter(({ title, value }) => `${title} ${value}`.toLowerCase().includes(wanted)),
    next: more ? String(offset + entries.length) : undefined,
  };
};

/** Names of deployments by their IDs, as far as one page tells; a list without them is better than none. */
async function deploymentLabels(
  client: DataRobotClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const { entries } = await client
    .getDeployments({ limit: pageLength }, signal)
    .catch(() => ({ entries: [] }));
  return new Map(entries.map(({ id, label }) => [id, label ?? id]));
}

function entryOf(
  { id, status, created, scoredRows, jobSpec, batchPredictionJobDefinition: definition }: BatchJob,
  labels: ReadonlyMap<string, string>,
): LookupEntry {
  const deploymentId = jobSpec?.deploymentId;
  const scorer = deploymentId === undefined ? undefined : (labels.get(deploymentId) ?? deploymentId);
  const details = [definition?.name, scoredRows === undefined ? undefined : `${scoredRows} rows scored`];
  return {
    value: id,
    title: [scorer ?? id, created, status].filter(Boolean).join(', '),
    description: details.filter(Boolean).join(', ') || undefined,
  };
}
