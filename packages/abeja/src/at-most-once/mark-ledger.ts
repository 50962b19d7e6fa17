import type { JobLedger } from '@modelferry/operation';
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
  const record = await jobs.earlier(kind, fingerprint);
  const openMarker = record?.phase === 'issued' ? record.id : undefined;
  let current = openMarker;
  const note = (id: string, phase: string) => jobs.keep({ vendor, kind, id, phase, fingerprint });
  return {
    openMarker,
    async onSend(marker) {
      current = marker;
      await note(marker, 'issued');
    },
    onRefused: (marker) => note(marker, 'refused'),
    async close() {
      if (current !== undefined) await note(current, 'created');
    },
  };
}
