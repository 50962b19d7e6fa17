import { requestNotes, type JobLedger, type RequestPhase } from '@modelferry/operation';
import { vendor } from '../../vendor.ts';
import type { JobMark } from './new-jobs.ts';

/** The kind of what was asked for and has no ID yet. */
const batchRequest = 'batch-request';

/** Remembers that a job was asked for, so that a later try of the request looks before it asks again. */
export interface RequestLedger {
  /** @param mark undefined where the list of jobs could not be seen */
  keep(phase: RequestPhase, mark?: JobMark): Promise<void>;
  /** Whether an earlier try has asked and never heard, and what was there before it. */
  open(): Promise<{ readonly mark: JobMark | undefined } | undefined>;
}

export function requestLedger(jobs: JobLedger, fingerprint: string): RequestLedger {
  const notes = requestNotes(jobs, { vendor, kind: batchRequest, fingerprint });
  return {
    keep: (phase, mark) => notes.note(phase, wordsOf(mark)),
    async open() {
      const before = await notes.open();
      return before && { mark: markIn(before) };
    },
  };
}

/** `2027-01-15T08:00:00Z 6650 6651`: since when, and what was there; nothing where the list could not be seen. */
const wordsOf = (mark: JobMark | undefined): readonly string[] =>
  mark === undefined ? [] : [mark.since ?? always, ...mark.known];

const always = 'always';

function markIn([since, ...known]: readonly string[]): JobMark | undefined {
  if (since === undefined) return undefined;
  return { since: since === always ? undefined : since, known };
}
