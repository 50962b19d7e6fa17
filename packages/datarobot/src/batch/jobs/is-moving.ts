import type { BatchJob } from '../../client/batch-job.ts';
import { jobState } from './job-state.ts';

/** Whether a job is certainly in the queue or beyond it: at least some of its data have come. */
export const isMoving = ({ queued, status }: BatchJob): boolean =>
  queued === true || !['waiting', 'unknown'].includes(jobState(status));
