import type { JobState } from '@modelferry/polling';

const states: ReadonlyMap<string, JobState> = new Map([
  ['pending', 'waiting'],
  ['active', 'running'],
  ['complete', 'succeeded'],
  ['failed', 'failed'],
  ['stopped', 'cancelled'],
]);

/** What a job's status says in our words. A word nobody has documented goes on (Q13). */
export const jobState = (status: string): JobState => states.get(status.trim().toLowerCase()) ?? 'unknown';
