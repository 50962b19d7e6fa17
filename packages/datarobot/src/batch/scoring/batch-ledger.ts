import type { JobLedger, JobRecord } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { BatchRequest } from '../../client/batch-request.ts';
import { vendor } from '../../vendor.ts';
import { batchPrediction } from '../jobs/batch-prediction-job.ts';

/**
 * How far a batch job has come, as far as its starting step knows.
 *
 * - `created`: there is an ID; nothing was sent, so nothing starts
 * - `uploading`: its data are on their way; they may have arrived
 * - `uploaded`: they have arrived whole, and the job goes on by itself
 * - `abandoned`: they have not, and the job was removed
 */
export type BatchPhase = 'created' | 'uploading' | 'uploaded' | 'abandoned';

/** Remembers the job of one request, so that a later try of it finds it. */
export interface BatchLedger {
  keep(jobId: string, phase: BatchPhase): Promise<void>;
  /** The job of an earlier try. */
  earlier(): Promise<JobRecord | undefined>;
}

export const batchLedger = (jobs: JobLedger, fingerprint: string): BatchLedger => ({
  keep: (id, phase) => jobs.keep({ vendor, kind: batchPrediction, id, phase, fingerprint }),
  earlier: () => jobs.earlier(batchPrediction, fingerprint),
});

/** Tells one request from another: by the file's name and length, and by what is asked for. */
export const batchFingerprint = ({ name, length }: Source, request: BatchRequest): string =>
  JSON.stringify([name, length ?? null, request]);
