import type { JobLedger, JobRecord } from '@modelferry/operation';

/** A ledger that shows what it holds. */
export interface MemoryLedger extends JobLedger {
  readonly records: JobRecord[];
}

/** Remembers jobs as long as it is there. @param records kept between the tries of one request */
export const memoryLedger = (records: JobRecord[] = []): MemoryLedger => ({
  records,
  keep: async (record) => void records.push(record),
  earlier: async (kind, fingerprint) =>
    records.findLast((one) => one.kind === kind && one.fingerprint === fingerprint),
});
