import { waitForJob, type RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Job } from '../client/training/job.ts';
import { jobFailed } from './job-failed.ts';
import type { TrainingJobRef } from './job-reference.ts';
import { trainingJob } from './training-job.ts';

/** How to wait. */
export interface TrainingWait {
  /** Longest wait in all, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest pause between two looks, in milliseconds. */
  readonly pollIntervalMs: number;
}

/** How a wait ended: with the job, which then is complete, or with the time while the job goes on. */
export interface TrainingWaited {
  readonly finished: boolean;
  /** What was last read; nothing when no look succeeded before the deadline. */
  readonly job: Job | undefined;
}

/** The pause after the first look, in milliseconds, and how it grows: 10 s become 60 s within about 10 minutes (5.3). */
const pace = { firstPauseMs: 10_000, factor: 1.08 };

/**
 * Waits until a job has ended or the time is up; it goes on then. The figures that its code tells are its progress.
 * @throws EngineError with code `job-failed` when it is not complete in the end
 */
export async function waitForTraining(
  context: RunContext<AbejaClient>,
  reference: TrainingJobRef,
  { timeoutMs, pollIntervalMs }: TrainingWait,
): Promise<TrainingWaited> {
  context.progress({ type: 'phase', title: 'Wait for the training' });
  const { ended, snapshot } = await waitForJob(context, trainingJob(context.client, reference), {
    ...{ timeoutMs, pollIntervalMs, ...pace },
  });
  const job = snapshot?.result;
  if (ended && job && snapshot.state !== 'succeeded') throw jobFailed(reference, job);
  return { finished: ended, job };
}
