import type { JobState } from './job.ts';
import type { PredictionOneVariants } from './variants.ts';

const odd = ['PREPARING', '処理中', 'Phase 2/3'];

/** How a job's state is told. Only the names of the end are documented; the rest are the sandbox's own. */
export function statusName(
  state: JobState,
  finished: 'job_finished' | 'finished',
  variants: PredictionOneVariants,
  steps: number,
): string {
  if (state === 'finished') return finished;
  if (state === 'failed') return 'sandbox_failed';
  if (variants.has('odd-status-names')) return odd[steps % odd.length] as string;
  return state === 'running' ? 'sandbox_running' : 'sandbox_waiting';
}
