import type { JobState } from '@modelferry/polling';

/** How a vendor's open words are read. */
export interface StatusRule {
  /** The one documented word for a good end. */
  readonly finished: string;
  /** A status with one of these words in it is a bad end. @default {@link failureWords} */
  readonly failure?: readonly string[];
}

/** No word for failure is documented; these are the ones vendors use. Source: specification, Q1. */
export const failureWords: readonly string[] = [
  'fail',
  'failed',
  'error',
  'abort',
  'aborted',
  'cancel',
  'canceled',
  'cancelled',
];

/** Splits `jobFailed`, `job_failed` and `JOB-FAILED` alike. */
const wordsOf = (status: string): string[] =>
  status
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

/** What a status says in our words: done only by the documented word, failed by a word of the list, else not known. */
export function stateOfStatus(status: string, { finished, failure = failureWords }: StatusRule): JobState {
  if (status.trim().toLowerCase() === finished) return 'succeeded';
  const bad = new Set(failure.map((word) => word.toLowerCase()));
  const found = wordsOf(status).find((word) => bad.has(word));
  if (found === undefined) return 'unknown';
  return found.startsWith('cancel') ? 'cancelled' : 'failed';
}
