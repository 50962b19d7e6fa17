import { requestNotes, type JobLedger, type JobRecord, type RequestNotes } from '@modelferry/operation';
import { vendor } from '../vendor.ts';
import { originMark, type DatasetOrigin } from './dataset-origin.ts';
import { datasetKind, registrationReference, type Registration } from './registration.ts';

/** The kind of what was asked for and has no ID yet. */
const datasetRequest = 'dataset-request';

/**
 * How far a dataset has come, as far as its starting step knows.
 *
 * - `registering`: the vendor has its data, and goes on by itself
 * - `registered`: it is ready
 * - `failed`: it never will be
 */
export type DatasetPhase = 'registering' | 'registered' | 'failed';

/** Remembers the dataset of one request, so that a later try of it makes no second one. */
export interface DatasetLedger {
  keep(registration: Registration, phase: DatasetPhase): Promise<void>;
  earlier(): Promise<JobRecord | undefined>;
  /** That it was sent, beside what was newest before. */
  readonly asking: RequestNotes;
}

export function datasetLedger(
  jobs: JobLedger,
  datasetId: string | undefined,
  origin: DatasetOrigin,
): DatasetLedger {
  const fingerprint = JSON.stringify([datasetId ?? null, ...originMark(origin)]);
  return {
    keep: (registration, phase) => jobs.keep({ ...registrationReference(registration), phase, fingerprint }),
    earlier: () => jobs.earlier(datasetKind, fingerprint),
    asking: requestNotes(jobs, { vendor, kind: datasetRequest, fingerprint }),
  };
}
