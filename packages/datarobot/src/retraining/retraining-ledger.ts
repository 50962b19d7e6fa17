import { requestNotes, type JobLedger, type RequestNotes } from '@modelferry/operation';
import { vendor } from '../vendor.ts';
import { retrainingRunKind, runReference, runRefOf, type RunRef } from './run-reference.ts';

/** The kind of what was asked for and has no ID yet. */
const retrainingRequest = 'retraining-request';

/**
 * How far a run has come, as far as its starting step knows.
 *
 * - `started`: it is there, and goes on by itself
 * - `finished`: it has trained a model
 * - `failed`: it never will
 */
export type RunPhase = 'started' | 'finished' | 'failed';

/** Remembers the run of one request, so that a later try of it never trains a second time. */
export interface RetrainingLedger {
  keep(run: RunRef, phase: RunPhase): Promise<void>;
  /** The run of an earlier try, unless it has failed: then the next try begins anew. */
  earlier(): Promise<RunRef | undefined>;
  /** That it was asked for, beside the runs that were there before. */
  readonly asking: RequestNotes;
}

export const retrainingLedger = (jobs: JobLedger, fingerprint: string): RetrainingLedger => ({
  keep: (run, phase) => jobs.keep({ ...runReference(run), phase, fingerprint }),
  async earlier() {
    const record = await jobs.earlier(retrainingRunKind, fingerprint);
    return record && record.phase !== 'failed' ? runRefOf(record.id) : undefined;
  },
  asking: requestNotes(jobs, { vendor, kind: retrainingRequest, fingerprint }),
});
