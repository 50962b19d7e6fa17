import type { DatasetProof, ProcessingState } from './catalog/dataset.ts';
import type { JobStatus } from './batch/batch-job.ts';
import type { PartProof } from './batch/part.ts';
import type { Platform } from './platform.ts';
import type { RunStatus } from './retraining/retraining-run.ts';

/** What a test wants to know of DataRobot that its API does not tell. */
export interface DataRobotState {
  /** In the order they were created in; deleted ones too. */
  readonly batchJobs: readonly {
    readonly id: string;
    readonly deploymentId: string;
    readonly state: JobStatus | 'deleted';
    /** It got into the queue. */
    readonly queued: boolean;
    /** Complete uploads; one per part for a job with parts. */
    readonly uploads: readonly PartProof[];
    /** Rows that came. */
    readonly rows: number;
    readonly scoredRows: number;
    readonly failedRows: number;
    /** What was written elsewhere; nothing for a result that is to be downloaded. */
    readonly written?: string;
    /** Why it ended, last. */
    readonly logs: readonly string[];
    /** Calls that were carried out. */
    readonly downloads: number;
    readonly deletes: number;
    readonly finalizes: number;
  }[];
  readonly jobsCreated: number;
  /** Jobs that got into the queue. */
  readonly jobsQueued: number;
  /** Jobs that got there and have neither ended nor been deleted. */
  readonly jobsOpen: number;
  readonly deletes: number;
  /** In the order they were started in. */
  readonly retrainings: readonly {
    readonly id: string;
    readonly policyId: string;
    readonly state: RunStatus;
  }[];
  /** Models that took the place of another. */
  readonly replacements: number;
  /** In the order they came; deleted ones too. */
  readonly datasets: readonly {
    readonly id: string;
    readonly name: string;
    readonly isDeleted: boolean;
    readonly versions: readonly (DatasetProof & {
      readonly id: string;
      readonly state: ProcessingState;
      readonly rows: number | null;
    })[];
  }[];
}

export function platformState(platform: Platform): DataRobotState {
  const jobs = [...platform.jobs.values()];
  return {
    batchJobs: jobs.map((job) => ({
      id: job.id,
      deploymentId: job.deployment.id,
      state: job.isDeleted ? 'deleted' : job.status,
      queued: job.queuedMs !== undefined,
      uploads: job.parts.flatMap(({ proof }) => (proof === undefined ? [] : [proof])),
      rows: job.rows,
      scoredRows: job.scoredRows,
      failedRows: job.failedRows,
      ...(job.spec.output.type === 'localFile'
        ? {}
        : { written: (job.scoring.headerLine ?? '') + job.scoring.lines.join('') }),
      logs: [...job.logs],
      ...job.done,
    })),
    jobsCreated: jobs.length,
    jobsQueued: jobs.filter(({ queuedMs }) => queuedMs !== undefined).length,
    jobsOpen: jobs.filter((job) => job.queuedMs !== undefined && !job.isOver).length,
    deletes: jobs.reduce((sum, { done }) => sum + done.deletes, 0),
    retrainings: [...platform.retraining.policies.values()].flatMap(({ id: policyId, runs }) =>
      runs.map(({ id, status: state }) => ({ id, policyId, state })),
    ),
    replacements: platform.replacements,
    datasets: [...platform.catalog.datasets.values()].map(({ id, name, isDeleted, versions }) => ({
      ...{ id, name, isDeleted },
      versions: versions.map((version) => ({
        ...{ id: version.id, state: version.state, rows: version.rowCount },
        ...version.proof,
      })),
    })),
  };
}
