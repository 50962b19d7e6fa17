import type { JobState } from '@modelferry/polling';
import type { RetrainingRun } from '../client/retraining-runs.ts';

/** Words that say how a run has ended. None is documented, and so all that other parts of the vendor's API use are here. */
const ends: ReadonlyMap<string, JobState> = new Map(
  Object.entries({
    ...{ completed: 'succeeded', complete: 'succeeded', success: 'succeeded', succeeded: 'succeeded' },
    ...{ successful: 'succeeded', finished: 'succeeded', done: 'succeeded' },
    ...{ failed: 'failed', failure: 'failed', error: 'failed', errored: 'failed', expired: 'failed' },
    ...{ aborted: 'cancelled', cancelled: 'cancelled', canceled: 'cancelled', terminated: 'cancelled' },
  }),
);

const cancelWord = /abort|cancel|terminat/;
const failureWord = /fail|error|expire|timed?out|reject/;

/**
 * What is known of a run in our words: it has ended once it has a finish time, or by a word that says so; and well only when
 * nothing speaks against it (3.17).
 */
export function runState({ status = '', finishTime, errorMessage }: RetrainingRun): JobState {
  const word = status.toLowerCase().replaceAll(/[^a-z]/g, '');
  const end = ends.get(word) ?? (finishTime === undefined ? undefined : endOf(word));
  if (end === undefined) return /queue|wait|pending|initiali|creat/.test(word) ? 'waiting' : 'running';
  return end === 'succeeded' && errorMessage !== undefined && errorMessage.trim() !== '' ? 'failed' : end;
}

/** How a run has ended whose word nobody knows. */
function endOf(word: string): JobState {
  if (cancelWord.test(word)) return 'cancelled';
  return failureWord.test(word) ? 'failed' : 'succeeded';
}
