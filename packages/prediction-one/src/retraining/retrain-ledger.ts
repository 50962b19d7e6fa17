import type { JobLedger } from '@modelferry/operation';
import { retraining } from '../jobs/retrain-job.ts';
import { vendor } from '../vendor.ts';
import type { RetrainFiles } from './retrain-file.ts';
import type { PublishedModel } from './retrain-key.ts';

/**
 * How far a retraining has come, as far as its starting step knows.
 *
 * - `issued`: there is an ID; nothing was sent, so nothing starts
 * - `uploading`: the file is on its way; it may have arrived, and so have started the retraining
 * - `incomplete`: the file has provably not arrived; nothing starts
 * - `uploaded`: the file has arrived, and the retraining starts by itself
 * - `switching`: the switch was asked for, and may have been accepted
 * - `switched`: it was accepted
 */
export type RetrainPhase = 'issued' | 'uploading' | 'incomplete' | 'uploaded' | 'switching' | 'switched';

/** A retraining that may go on at the vendor, and is taken up instead of starting another one. */
const takenUp: ReadonlySet<string> = new Set<RetrainPhase>([
  'uploading',
  'uploaded',
  'switching',
  'switched',
]);

export interface RetrainRecord {
  readonly retrainJobId: string;
  readonly phase: RetrainPhase;
}

/** Remembers the retraining of one request, so that a later try of it finds it. */
export interface RetrainLedger {
  keep(retrainJobId: string, phase: RetrainPhase): Promise<void>;
  /** The retraining of an earlier try that may have started. */
  started(): Promise<RetrainRecord | undefined>;
}

export function retrainLedger(jobs: JobLedger, fingerprint: string): RetrainLedger {
  return {
    keep: (id, phase) => jobs.keep({ vendor, kind: retraining, id, phase, fingerprint }),
    async started() {
      const record = await jobs.earlier(retraining, fingerprint);
      return record && takenUp.has(record.phase)
        ? { retrainJobId: record.id, phase: record.phase as RetrainPhase }
        : undefined;
    },
  };
}

/** Tells one request from another: by the files as they are called and how long they are, and by the model. */
export const retrainFingerprint = ({
  trainingData,
  evaluationData,
  fileName,
  classifierId,
  modelId,
}: Pick<RetrainFiles, 'trainingData' | 'evaluationData' | 'fileName'> & PublishedModel): string =>
  JSON.stringify([
    [trainingData, evaluationData].map((source) => source && [source.name, source.length ?? null]),
    [fileName, classifierId, modelId].map((one) => one ?? null),
  ]);
