import type { JobState } from '@modelferry/polling';

/** Whether an endpoint may point to a service of this status. */
export const isReady = (status: string): boolean => status === 'READY';

/** Whether it was stopped; the vendor's word for that is not documented (docs/vendors/abeja.md, Q24). */
export const isStopped = (status: string): boolean => /stop|suspend/i.test(status);

/** What a service's status says in our words (Q24). What nobody knows goes on, and is never taken for ready. */
export function serviceState(status: string): JobState {
  if (isReady(status)) return 'succeeded';
  if (status === 'IN_PROGRESS') return 'running';
  return /fail|error/i.test(status) || isStopped(status) ? 'failed' : 'unknown';
}
