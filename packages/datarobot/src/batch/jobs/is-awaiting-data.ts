import type { BatchJob } from '../../client/batch-job.ts';
import { jobState } from './job-state.ts';

/** Whether a job says that it waits for data, and so does nothing by itself (3.9, 3.13). */
export const isAwaitingData = ({ status, queued, links }: BatchJob): boolean =>
  jobState(status) === 'waiting' && queued === false && links?.csvUpload !== undefined;
