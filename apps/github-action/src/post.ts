import { openStage } from './stage.ts';
import { jobStateName, readJobState } from './state/job-state.ts';

/** The end of the job: ends at the vendor what main should have ended and could not. Never fails the job. */
export async function runPost(): Promise<void> {
  const stage = openStage();
  const state = readJobState(process.env[`STATE_${jobStateName}`]);
  if (!state || state.done) return;
  try {
    const { finishJobs } = await import('./cancel/finish-jobs.ts');
    await finishJobs(stage, state);
  } catch (error) {
    stage.log.warning(
      `What main had left could not be finished: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
