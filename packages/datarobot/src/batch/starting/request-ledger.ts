import type { JobLedger } from '@modelferry/operation';
import { vendor } from '../../vendor.ts';
import type { JobMark } from './new-jobs.ts';

/** The kind of what was asked for and has no ID yet; it is no job, and so nothing that could be ended. */
const batchRequest = 'batch-request';

/**
 * How far the asking has come.
 *
 * - `issued`: it was sent, or is about to be, and may have been carried out
 * - `refused`: it clearly was not carried out
 * - `created`: it was, and the job is in the ledger by its own ID
 */
export type RequestPhase = 'issued' | 'refused' | 'created';

/** Remembers that a job was asked for, so that a later try of the request looks before it asks again. */
export interface RequestLedger {
  /** @param mark undefined where the list of jobs could not be seen */
  keep(phase: RequestPhase, mark?: JobMark): Promise<void>;
  /** Whether an earlier try has asked and never heard, and what was there before it. */
  open(): Promise<{ readonly mark: JobMark | undefined } | undefined>;
}

export const requestLedger = (jobs: JobLedger, fingerprint: string): RequestLedger => ({
  keep: (phase, mark) => jobs.keep({ vendor, kind: batchRequest, id: placeOf(mark), phase, fingerprint }),
  async open() {
    const record = await jobs.earlier(batchRequest, fingerprint);
    return record?.phase === 'issued' ? { mark: markIn(record.id) } : undefined;
  },
});

const unseen = 'unseen';

/** A place in the ledger needs an ID before there is one: `after 2027-01-15T08:00:00Z beside 6650 6651`. */
const placeOf = (mark: JobMark | undefined): string =>
  mark === undefined ? unseen : ['after', mark.since ?? 'nothing', 'beside', ...mark.known].join(' ');

function markIn(place: string): JobMark | undefined {
  const [, since, , ...known] = place.split(' ');
  if (since === undefined) return undefined;
  return { since: since === 'nothing' ? undefined : since, known };
}
