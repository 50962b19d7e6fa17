import type { JobLedger } from '@modelferry/operation';
import { vendor } from '../vendor.ts';
import { retrainingRunKind, runReference, runRefOf, type RunRef } from './run-reference.ts';

/** The kind of what was asked for and has no ID yet; it is no job, and so nothing that could be cancelled. */
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
  /**
   * - `issued`: it was asked for, or is about to be, and may have been carried out
   * - `refused`: it clearly was not
   * - `created`: it was, and is kept by its own ID
   * @param known IDs of the runs that were there before
   */
  ask(phase: 'issued' | 'refused' | 'created', known: readonly string[]): Promise<void>;
  /** The runs that were there before an earlier try which never heard what became of it. */
  open(): Promise<readonly string[] | undefined>;
}

const beside = 'beside';

export const retrainingLedger = (jobs: JobLedger, fingerprint: string): RetrainingLedger => ({
  keep: (run, phase) => jobs.keep({ ...runReference(run), phase, fingerprint }),
  async earlier() {
    const record = await jobs.earlier(retrainingRunKind, fingerprint);
    return record && record.phase !== 'failed' ? runRefOf(record.id) : undefined;
  },
  // A place in the ledger needs an ID before there is one
  ask: (phase, known) =>
    jobs.keep({
      ...{ vendor, kind: retrainingRequest, id: [beside, ...known].join(' ') },
      ...{ phase, fingerprint },
    }),
  async open() {
    const record = await jobs.earlier(retrainingRequest, fingerprint);
    return record?.phase === 'issued' ? record.id.split(' ').slice(1).filter(Boolean) : undefined;
  },
});
