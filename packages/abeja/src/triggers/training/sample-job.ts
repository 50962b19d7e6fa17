import type { LookupContext } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { AbejaClient } from '../../client/client.ts';
import { allJobs } from '../../client/lists.ts';
import type { Job } from '../../client/training/job.ts';
import { jobState } from '../../training/job-state.ts';
import { newestJobs } from '../../training/newest-jobs.ts';
import { endedJob } from './ended-job.ts';
import { isWanted } from './final-statuses.ts';

/** Made up, for those who have no job yet. */
const example = (status: string): Job => ({
  ...{ jobId: '1443722127663', jobDefinitionId: '1443334816413', jobDefinitionVersion: 1, status },
  ...(status === 'Failed' && { statusMessage: 'No module named "churn"' }),
  ...{ instanceType: 'cpu-1', execEnv: 'cloud', environment: {}, datasets: { train: '1234567890123' } },
  ...(status === 'Complete' && {
    statistics: { epoch: 5, numEpochs: 5, stages: { validation: { accuracy: 0.91, loss: 0.24 } } },
  }),
  ...{ archived: false, createdAt: '2027-01-15T08:00:00.000000Z' },
  ...{ startTime: '2027-01-15T08:00:20.000000Z', completionTime: '2027-01-15T08:30:00.000000Z' },
});

/** The latest ending that is wanted, or one that is made up. */
export async function sampleJob(
  { client, signal }: LookupContext<AbejaClient>,
  { definition, statuses }: { readonly definition: string; readonly statuses: readonly string[] },
) {
  const [latest] = await newestJobs(allJobs(client, definition, { includeArchived: true }, signal), {
    ...{ returnAll: false, limit: 1 },
    isWanted: ({ status }) => isFinal(jobState(status)) && isWanted(statuses, status),
  });
  return endedJob(definition, latest ?? example(statuses[0] ?? 'Complete'));
}
