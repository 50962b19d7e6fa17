import { quoteVendorText } from '@modelferry/http';
import type { Job as Polled } from '@modelferry/polling';
import type { AbejaClient } from '../client/client.ts';
import type { Job } from '../client/training/job.ts';
import { jobReference, type TrainingJobRef } from './job-reference.ts';
import { jobState } from './job-state.ts';
import { figuresOf, progressOf } from './statistics-figures.ts';

/** A training job at the vendor, with the figures that its code tells. */
export const trainingJob = (client: AbejaClient, job: TrainingJobRef): Polled<Job> => ({
  reference: jobReference(job),
  async read(signal) {
    const result = await client.getJob(job.definition, job.jobId, signal);
    const { status, statusMessage, statistics } = result;
    return {
      state: jobState(status),
      rawStatus: status,
      progress: progressOf(statistics),
      message: statusMessage === undefined ? undefined : quoteVendorText(statusMessage),
      figures: figuresOf(statistics),
      result,
    };
  },
});
