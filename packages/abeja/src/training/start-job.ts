import type { RunContext } from '@modelferry/operation';
import { createMarked } from '../at-most-once/create-marked.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Job } from '../client/training/job.ts';
import type { JobSettings } from '../client/training/jobs.ts';
import { allJobs } from '../client/lists.ts';
import type { TrainingJobRef } from './job-reference.ts';
import type { TrainingLedger } from './training-ledger.ts';

/** A job that is wanted. */
export interface WantedJob {
  readonly definition: string;
  readonly version: number;
  readonly settings: JobSettings;
}

/** A job that is there, and what was last seen of it. */
export interface StartedJob {
  readonly reference: TrainingJobRef;
  readonly job: Job;
}

/**
 * Starts a job, and never twice: each one is paid. Where it stays open whether the call was carried out, the job with its
 * marker is adopted, also by a later try of the same request (5.2).
 * @throws EngineError with code `outcome-unknown` when it may run and cannot be seen
 */
export async function startJob(
  context: RunContext<AbejaClient>,
  ledger: TrainingLedger,
  { definition, version, settings }: WantedJob,
): Promise<StartedJob> {
  const { client, signal, progress } = context;
  progress({ type: 'phase', title: 'Start the training job' });
  const marks = await ledger.marks();
  const job = await createMarked<Job>(context, {
    doing: `start a training job of version ${version} of "${definition}"`,
    description: settings.description,
    create: (description) => client.createJob(definition, version, { ...settings, description }, signal),
    list: () => allJobs(client, definition, { includeArchived: true }, signal),
    ...marks,
  });
  const reference = { definition, jobId: job.jobId };
  await ledger.keep(reference, 'started');
  await marks.close();
  return { reference, job };
}
