import type { JobLedger } from '@modelferry/operation';
import { training } from '../jobs/training-job.ts';
import { vendor } from '../vendor.ts';

/**
 * How far a training has come. Uploading starts nothing, so that only `starting` and `started` can mean a training at the
 * vendor.
 *
 * - `issued`: there is an ID, and files may have been sent
 * - `starting`: Train was called, and may have been carried out
 * - `started`: it was
 */
export type TrainingPhase = 'issued' | 'starting' | 'started';

/** A training by the IDs it goes by, and by the name its model will have. */
export interface TrainingIdentity {
  readonly externalProcessId: string;
  /** The ID that Train answered, where it is another one. */
  readonly trainProcessId?: string;
  readonly modelName: string;
}

export interface TrainingLedger {
  keep(training: TrainingIdentity, phase: TrainingPhase): Promise<void>;
  /** The training of an earlier try that may have started. */
  started(): Promise<(TrainingIdentity & { readonly phase: TrainingPhase }) | undefined>;
}

/** `8f1d/churn` or `8f1d,9a2e/churn`: without the name, a training that has finished cannot be found again. */
function idOf({ externalProcessId, trainProcessId, modelName }: TrainingIdentity): string {
  const ids = new Set([externalProcessId, trainProcessId ?? externalProcessId]);
  return `${[...ids].join(',')}/${modelName}`;
}

function identityOf(id: string): TrainingIdentity {
  const slash = id.indexOf('/');
  const [externalProcessId = '', trainProcessId] = id.slice(0, slash).split(',');
  return { externalProcessId, trainProcessId, modelName: id.slice(slash + 1) };
}

export function trainingLedger(jobs: JobLedger, fingerprint: string): TrainingLedger {
  return {
    keep: (identity, phase) => jobs.keep({ vendor, kind: training, id: idOf(identity), phase, fingerprint }),
    async started() {
      const record = await jobs.earlier(training, fingerprint);
      if (record?.phase !== 'starting' && record?.phase !== 'started') return undefined;
      return { ...identityOf(record.id), phase: record.phase };
    },
  };
}
