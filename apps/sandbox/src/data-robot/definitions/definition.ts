import type { BatchJob } from '../batch/batch-job.ts';
import type { Fields } from '../batch/spec-fields.ts';
import type { Deployment } from '../deployment.ts';
import type { Schedule } from './schedule.ts';

/** A batch job to be run again and again. */
export interface Definition {
  readonly id: string;
  readonly createdMs: number;
  readonly deployment: Deployment;
  name: string;
  enabled: boolean;
  schedule: Schedule | null;
  /** The body of each job of it. */
  body: Fields;
  updatedMs: number;
  lastScheduledMs: number | undefined;
  nextMs: number | undefined;
  /** Oldest first. */
  readonly jobs: BatchJob[];
}
