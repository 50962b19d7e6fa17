import { waitForJob, type RunContext } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { AbejaClient } from '../client/client.ts';
import type { TrainingJobRef } from './job-reference.ts';
import { jobState } from './job-state.ts';
import { stopJob } from './stop-job.ts';
import { trainingJob } from './training-job.ts';

/** How long a stop may take, and how often to look, in milliseconds. */
const wait = { timeoutMs: 120_000, firstPauseMs: 2_000, pollIntervalMs: 10_000 };

/** Stops a job and looks until it has ended, which may be by itself. */
export async function untilStopped(context: RunContext<AbejaClient>, reference: TrainingJobRef) {
  const asked = await stopJob(context, reference);
  const { snapshot } = await waitForJob(context, trainingJob(context.client, reference), wait);
  const job = snapshot?.result;
  const state = job === undefined ? 'unknown' : jobState(job.status);
  return { job, outcome: outcomeOf(asked === 'cancelled' && state === 'cancelled', isFinal(state)) };
}

/** A job may be complete before the stop has come through. */
const outcomeOf = (isStopped: boolean, isOver: boolean): 'stopped' | 'already-ended' | 'stopping' =>
  isStopped ? 'stopped' : isOver ? 'already-ended' : 'stopping';
