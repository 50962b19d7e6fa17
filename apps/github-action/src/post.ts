import { abortOnUnforeseen } from './cancel/abort-on-unforeseen.ts';
import { leaveSoon } from './run/leave-soon.ts';
import { settledSoon } from './run/settled-soon.ts';
import { openStage } from './stage.ts';
import { jobStateName, readJobState } from './state/job-state.ts';

/** Longest time that all of it takes, in milliseconds, whatever hangs. */
const withinMs = 44_000;

/** The end of the job: ends at the vendor what main should have ended and could not. Never fails the job. */
export async function runPost(): Promise<void> {
  // Also where the process ends without having come to its end
  process.exitCode = 0;
  const stage = openStage();
  const state = readJobState(process.env[`STATE_${jobStateName}`]);
  if (!state || state.done) return;
  const stop = new AbortController();
  abortOnUnforeseen(stop);
  try {
    const { finishJobs } = await import('./cancel/finish-jobs.ts');
    await settledSoon(
      finishJobs(stage, state),
      AbortSignal.any([stop.signal, AbortSignal.timeout(withinMs)]),
    );
  } catch (error) {
    stage.log.warning(
      `What main had left could not be finished: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  leaveSoon();
}
