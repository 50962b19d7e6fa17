import type { JobLedger, JobRecord } from './run-context.ts';

/** The phase from before a request leaves until there is an answer. */
export const issued = 'issued';

/**
 * How far a request has come.
 *
 * - `issued`: it was sent, or is about to be, and may have been carried out
 * - `refused`: it clearly was not
 * - `created`: it was, and what it made is kept by its own ID
 */
export type RequestPhase = typeof issued | 'refused' | 'created';

/** Notes in the ledger what is asked for and has no ID yet, so that a later try looks for it before it asks again. */
export interface RequestNotes {
  /** @param before words without blanks that tell what was there before: IDs */
  note(phase: RequestPhase, before: readonly string[]): Promise<void>;
  /** What was there before an earlier try, which asked and never heard. */
  open(): Promise<readonly string[] | undefined>;
}

/** A place in the ledger needs an ID before there is one: `beside 6650 6651`. */
const beside = 'beside';

/** @param request its kind is none that a job has; the fingerprint tells it from all others */
export const requestNotes = (
  jobs: JobLedger,
  request: Pick<JobRecord, 'vendor' | 'kind' | 'fingerprint'>,
): RequestNotes => ({
  note: (phase, before) => jobs.keep({ ...request, id: [beside, ...before].join(' '), phase, note: true }),
  async open() {
    const record = await jobs.earlier(request.kind, request.fingerprint);
    return record?.phase === issued ? record.id.split(' ').slice(1) : undefined;
  },
});
