import type { JobLedger, JobRecord } from '@modelferry/operation';
import { vendor } from '../vendor.ts';
import { originMark, type DatasetOrigin } from './dataset-origin.ts';
import { datasetKind, registrationReference, type Registration } from './registration.ts';

/**
 * How far a dataset has come, as far as its starting step knows.
 *
 * - `registering`: the vendor has its data, and goes on by itself
 * - `registered`: it is ready
 * - `failed`: it never will be
 * - `unclear`: it was sent, and nothing tells whether it arrived
 */
export type DatasetPhase = 'registering' | 'registered' | 'failed' | 'unclear';

/** Remembers the dataset of one request, so that a later try of it makes no second one. */
export interface DatasetLedger {
  keep(registration: Registration, phase: Exclude<DatasetPhase, 'unclear'>): Promise<void>;
  /** @param before the IDs of what was newest before it was sent */
  keepUnclear(before: readonly string[]): Promise<void>;
  earlier(): Promise<JobRecord | undefined>;
}

const unclear = 'unclear beside';

/** What was newest before an earlier try, out of its record. */
export const idsBefore = ({ id }: JobRecord): readonly string[] =>
  id.slice(unclear.length).split(' ').filter(Boolean);

export function datasetLedger(
  jobs: JobLedger,
  datasetId: string | undefined,
  origin: DatasetOrigin,
): DatasetLedger {
  const fingerprint = JSON.stringify([datasetId ?? null, ...originMark(origin)]);
  return {
    keep: (registration, phase) => jobs.keep({ ...registrationReference(registration), phase, fingerprint }),
    // A place in the ledger needs an ID before there is one
    keepUnclear: (before) =>
      jobs.keep({
        ...{ vendor, kind: datasetKind, id: [unclear, ...before].join(' ') },
        ...{ phase: 'unclear', fingerprint },
      }),
    earlier: () => jobs.earlier(datasetKind, fingerprint),
  };
}
