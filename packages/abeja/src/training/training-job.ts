import type { Job as Polled } from '@modelferry/polling';
import type { AbejaClient } from '../client/client.ts';
import type { Job } from '../client/training/job.ts';
import { jobReference, type TrainingJobRef } from './job-reference.ts';
import { jobState } from './job-state.ts';
import { quoted } from './quoted.ts';
import { progressOf, statisticsText } from './statistics-text.ts';

/** A training job at the vendor; what its code tells of itself is its message. */
export const trainingJob = (client: AbejaClient, job: TrainingJobRef): Polled<Job> => ({
  reference: jobReference(job),
  async read(signal) {
    const result = await client.getJob(job.definition, job.jobId, signal);
    const { status, statusMessage, statistics } = result;
    const said = [statusMessage, statisticsText(statistics)].flatMap((text) => text ?? []).join(', ');
    return {
      state: jobState(status),
      rawStatus: status,
      progress: progressOf(statistics),
      message: said === '' ? undefined : quoted(said),
      result,
    };
  },
});
