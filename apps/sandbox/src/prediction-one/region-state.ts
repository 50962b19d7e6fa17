import type { Region } from './region.ts';
import { uploadProof } from '../storage/upload-proof.ts';
import type { UploadProof } from '../storage/upload-proof.ts';

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
  const jobs = [...region.retrainJobs.values()];
  const fromScratch = [...region.trainings.values()];
  const retrainJobs = jobs.map((job) => ({
    id: job.id,
    fileName: job.fileName,
    baseModelId: job.baseModelId,
    uploads: [...job.uploads],
    trainingsStarted: job.trainingsStarted,
    switches: job.switches,
    state: job.deleted ? 'deleted' : job.state(),
    failure: job.failure,
    modelId: job.outcome?.model.id,
  }));
  const trainings = fromScratch.map((training) => ({
    id: training.id,
    uploads: Object.fromEntries([...training.files].map(([file, upload]) => [file, uploadProof(upload)])),
    started: training.trainingsStarted > 0,
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
    trainingsStarted: sum([...jobs, ...fromScratch].map((job) => job.trainingsStarted)),
    switches: sum(retrainJobs.map((job) => job.switches)),
  };
}
