import type { JobState } from '@modelferry/polling';

const states: Readonly<Record<string, JobState>> = {
  INITIALIZING: 'waiting',
  RUNNING: 'running',
  COMPLETED: 'succeeded',
  ABORTED: 'failed',
  FAILED: 'failed',
};

/** What a status says in our words: a word that nobody has documented is waited out, never taken for an end (3.9). */
export const jobState = (status: string): JobState => states[status.trim().toUpperCase()] ?? 'unknown';
