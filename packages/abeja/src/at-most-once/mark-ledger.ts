import { requestNotes, type JobLedger } from '@modelferry/operation';
import { vendor } from '../vendor.ts';
import type { Creation } from './create-marked.ts';

/** What a creation tells of its marker, so that a later try of the same request knows of it. */
export interface MarkLedger extends Pick<Creation<object>, 'openMarker' | 'onSend' | 'onRefused'> {
  /** It was created, and is kept by its own ID. */
  close(): Promise<void>;
}

/**
 * Remembers under which marker something was asked for, from before the call on: a host that ends while the call is under
 * way leaves its next try that much.
 * @param kind of what was asked for and has no ID yet
 */
export async function markLedger(jobs: JobLedger, kind: string, fingerprint: string): Promise<MarkLedger> {
  const notes = requestNotes(jobs, { vendor, kind, fingerprint });
  const [openMarker] = (await notes.open()) ?? [];
  let current = openMarker;
  return {
    openMarker,
    async onSend(marker) {
      current = marker;
      await notes.note('issued', [marker]);
    },
    onRefused: (marker) => notes.note('refused', [marker]),
    async close() {
      if (current !== undefined) await notes.note('created', [current]);
    },
  };
}
