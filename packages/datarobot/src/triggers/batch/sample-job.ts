import type { LookupContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import type { Outcome } from '../outcome.ts';
import { endedJob } from './ended-job.ts';

const words: Readonly<Record<Outcome, readonly string[]>> = {
  succeeded: ['COMPLETED'],
  failed: ['ABORTED', 'FAILED'],
};

/** Made up, for those who have no job yet. */
const example = (outcome: 'any' | Outcome, deploymentId = '5e7e6a3f8e7d8c0001a1b2c3'): BatchJob => {
  const failed = outcome === 'failed';
  return {
    id: '6650a1b2c3d4e5f601020304',
    status: failed ? 'ABORTED' : 'COMPLETED',
    statusDetails: failed ? 'Aborted: too many rows could not be scored' : undefined,
    created: '2027-01-15T08:00:00Z',
    source: 'Public API',
    scoredRows: failed ? 12 : 1_000,
    failedRows: failed ? 101 : 0,
    skippedRows: 0,
    jobSpec: { deploymentId },
  };
};

/** The latest ending that is wanted, or one that is made up. */
export async function sampleJob(
  { client, signal }: LookupContext<DataRobotClient>,
  {
    outcome,
    deploymentId,
  }: { readonly outcome: 'any' | Outcome; readonly deploymentId?: string | undefined },
) {
  const status = outcome === 'any' ? [...words.succeeded, ...words.failed] : words[outcome];
  const filter = { deploymentId, status, orderBy: '-created', limit: 1 } as const;
  const { entries } = await client.getBatchJobs(filter, signal);
  return endedJob(entries[0] ?? example(outcome, deploymentId));
}
