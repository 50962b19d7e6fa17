import type { JobLedger } from '@modelferry/operation';
import { markLedger, type MarkLedger } from '../at-most-once/mark-ledger.ts';
import { jobReference, jobRefOf, trainingJobKind, type TrainingJobRef } from './job-reference.ts';

/** The kind of what was asked for and has no ID yet; it is no job, and so nothing that could be cancelled. */
const trainingRequest = 'training-request';

/**
 * How far a job has come, as far as its starting step knows.
 *
 * - `started`: it is there, goes on by itself, and is paid for
 * - `finished`: it is complete
 * - `failed`: it never will be
 */
export type TrainingPhase = 'started' | 'finished' | 'failed';

/** Remembers the job of one request, so that a later try of it never trains a second time. */
export interface TrainingLedger {
  keep(job: TrainingJobRef, phase: TrainingPhase): Promise<void>;
  /** The job of an earlier try, unless it has failed: then the next try begins anew. */
  earlier(): Promise<TrainingJobRef | undefined>;
  /** Under which marker it was asked for. */
  marks(): Promise<MarkLedger>;
}

export const trainingLedger = (jobs: JobLedger, fingerprint: string): TrainingLedger => ({
  keep: (job, phase) => jobs.keep({ ...jobReference(job), phase, fingerprint }),
  async earlier() {
    const record = await jobs.earlier(trainingJobKind, fingerprint);
    return record && record.phase !== 'failed' ? jobRefOf(record.id) : undefined;
  },
  marks: () => markLedger(jobs, trainingRequest, fingerprint),
});
