import type { LookupContext } from '@modelferry/operation';
import { findNamed } from '../at-most-once/find-named.ts';
import type { AbejaClient } from '../client/client.ts';
import { allJobs } from '../client/lists.ts';
import type { Job } from '../client/training/job.ts';
import type { TrainingJobRef } from './job-reference.ts';

/** A training job by its ID, or that it is not there any more. */
export const findJob = (
  { client, signal }: Pick<LookupContext<AbejaClient>, 'client' | 'signal'>,
  { definition, jobId }: TrainingJobRef,
): Promise<Job | undefined> =>
  findNamed(
    () => client.getJob(definition, jobId, signal),
    async () => {
      for await (const job of allJobs(client, definition, { includeArchived: true }, signal)) {
        if (job.jobId === jobId) return job;
      }
      return undefined;
    },
  );
