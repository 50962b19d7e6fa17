import type { ReceivedUpload } from '../storage/receive-upload.ts';
import type { Region } from './region.ts';

/** A complete upload, by what proves its contents. */
export type UploadProof = Pick<ReceivedUpload, 'name' | 'bytes' | 'sha256' | 'crc32'>;

/** What a test wants to know of a region that its APIs do not tell. */
export interface RegionState {
  /** One per upload URL that was given out. */
  readonly retrainJobs: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly baseModelId: number;
    /** Complete PUTs. */
    readonly uploads: readonly UploadProof[];
    readonly trainingsStarted: number;
    /** Accepted switches. */
    readonly switches: number;
    readonly state: string;
    readonly failure?: string;
    readonly modelId?: number;
  }[];
  readonly trainings: readonly {
    readonly id: string;
    readonly uploads: Readonly<Record<string, UploadProof>>;
    readonly started: boolean;
    readonly state: string;
    readonly failure?: string;
    readonly modelId?: number;
  }[];
  readonly models: readonly {
    readonly id: number;
    readonly name: string;
    readonly lineage: readonly number[];
  }[];
  readonly classifiers: readonly { readonly id: string; readonly modelId: number; readonly status: string }[];
  readonly dataSets: readonly { readonly id: number; readonly name: string }[];
  /** Trainings of both kinds. */
  readonly trainingsStarted: number;
  readonly switches: number;
}

export function regionState(region: Region): RegionState {
  const retrainJobs = [...region.retrainJobs.values()].map((job) => ({
    id: job.id,
    fileName: job.fileName,
    baseModelId: job.baseModelId,
    uploads: job.uploads.map(proof),
    trainingsStarted: job.trainingsStarted,
    switches: job.switches,
    state: job.deleted ? 'deleted' : job.state(),
    failure: job.failure,
    modelId: job.outcome?.model.id,
  }));
  const trainings = [...new Set(region.trainings.values())].map((training) => ({
    id: training.id,
    uploads: Object.fromEntries([...training.files].map(([file, upload]) => [file, proof(upload)])),
    started: training.started,
    state: training.state(),
    failure: training.failure,
    modelId: training.outcome?.model.id,
  }));
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    retrainJobs,
    trainings,
    models: [...region.models.values()].map(({ id, name, lineage }) => ({ id, name, lineage })),
    classifiers: [...region.classifiers.values()].map(({ id, model, status }) => ({
      id,
      modelId: model.id,
      status,
    })),
    dataSets: [...region.dataSets.values()].map(({ id, name }) => ({ id, name })),
    trainingsStarted:
      sum(retrainJobs.map((job) => job.trainingsStarted)) + trainings.filter(({ started }) => started).length,
    switches: sum(retrainJobs.map((job) => job.switches)),
  };
}

function proof({ name, bytes, sha256, crc32 }: ReceivedUpload): UploadProof {
  return { name, bytes, sha256, crc32 };
}
