import type { JobLedger } from '@modelferry/operation';
import { vendor } from '../vendor.ts';

/** The kind of a switch in the ledger. */
const switchKind = 'service-switch';

/** Which service gave way to which. */
export interface KnownSwitch {
  readonly from: string;
  readonly to: string;
}

/**
 * How far a switch has come.
 *
 * - `issued`: the endpoint is about to be pointed to the new service, or was
 * - `switched`: it points to it
 */
export type SwitchPhase = 'issued' | 'switched';

/** Notes the switch of one request, so that a later try of it still knows the way back. */
export interface SwitchLedger {
  note(known: KnownSwitch, phase: SwitchPhase): Promise<void>;
  earlier(): Promise<KnownSwitch | undefined>;
}

/** @param fingerprint tells this request from all others */
export const switchLedger = (jobs: JobLedger, fingerprint: string): SwitchLedger => ({
  note: ({ from, to }, phase) =>
    jobs.keep({ vendor, kind: switchKind, id: `${from}/${to}`, phase, fingerprint, note: true }),
  async earlier() {
    const record = await jobs.earlier(switchKind, fingerprint);
    const [from = '', to = ''] = record?.id.split('/') ?? [];
    return record && { from, to };
  },
});
