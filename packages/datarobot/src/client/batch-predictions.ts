import { pathSegment } from '@modelferry/http';
import { batchJob, type BatchJob } from './batch-job.ts';
import type { BatchRequest } from './batch-request.ts';
import type { CallPort, VendorCall } from './call-port.ts';
import { made } from './made.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';

/** Which jobs to list. What is left out does not narrow the list. Source: section 3.11. */
export interface BatchJobFilter extends PageRequest {
  readonly jobId?: string;
  readonly deploymentId?: string;
  readonly modelId?: string;
  readonly batchPredictionJobDefinitionId?: string;
  readonly status?: readonly string[];
  /** Where jobs were made; a leading `-` leaves out. */
  readonly source?: readonly string[];
  readonly hostname?: string;
  readonly intakeType?: string;
  readonly outputType?: string;
  /** Jobs of so many hours until now. */
  readonly cutoffHours?: number;
  /** ISO 8601, inclusive; beats `cutoffHours`. */
  readonly startDateTime?: string;
  /** ISO 8601, inclusive. */
  readonly endDateTime?: string;
  /** @default the vendor's own */
  readonly orderBy?: 'created' | '-created' | 'status' | '-status';
}

/** The calls for batch jobs (docs/vendors/datarobot.md, 3.6, 3.11 and 3.13). */
export interface BatchPredictionCalls {
  /**
   * 3.6. Makes a job. With a local file it never starts without data, so that this call may be repeated; with any other
   * intake it is not.
   */
  createBatchJob(request: BatchRequest, signal: AbortSignal): Promise<BatchJob>;
  /** 3.13. Copies a job. Never repeated: the copy begins to score. */
  copyBatchJob(jobId: string, signal: AbortSignal): Promise<BatchJob>;
  /** 3.13. Makes a job by a definition. Never repeated. */
  runJobDefinition(definitionId: string, signal: AbortSignal): Promise<BatchJob>;
  /** 3.11. */
  getBatchJob(jobId: string, signal: AbortSignal): Promise<BatchJob>;
  /** 3.11. */
  getBatchJobs(filter: BatchJobFilter, signal: AbortSignal): Promise<Page<BatchJob>>;
  /** 3.11. Hides a job that has ended from lists, or shows it again. */
  setBatchJobHidden(jobId: string, hidden: boolean, signal: AbortSignal): Promise<void>;
  /** 3.11. Ends a job and removes it. 404 also says that it has no data yet, 409 that it has ended. */
  deleteBatchJob(jobId: string, signal: AbortSignal): Promise<void>;
}

const collection = 'batchPredictions';

/** The path of a job, with what follows. */
export const batchJobPath = (jobId: string, rest = ''): string =>
  `/${collection}/${pathSegment(jobId)}/${rest}`;

export function batchPredictionCalls(port: CallPort): BatchPredictionCalls {
  const getBatchJob: BatchPredictionCalls['getBatchJob'] = (jobId, signal) =>
    port.json(
      { doing: `read the status of batch job ${jobId}`, method: 'GET', path: batchJobPath(jobId), signal },
      batchJob,
    );
  const create = async (call: Omit<VendorCall, 'method'>): Promise<BatchJob> =>
    made(await port.located({ ...call, method: 'POST' }, batchJob), collection, (jobId) =>
      getBatchJob(jobId, call.signal),
    );

  return {
    getBatchJob,

    createBatchJob: (request, signal) =>
      create({
        doing: `create a batch job for ${scorerOf(request)}`,
        path: `/${collection}/`,
        json: request,
        idempotent: request.intakeSettings.type === 'localFile',
        signal,
      }),

    copyBatchJob: (jobId, signal) =>
      create({
        doing: `score as batch job ${jobId} did`,
        path: `/${collection}/fromExisting/`,
        json: { predictionJobId: jobId },
        signal,
      }),

    runJobDefinition: (definitionId, signal) =>
      create({
        doing: `run the batch definition ${definitionId}`,
        path: `/${collection}/fromJobDefinition/`,
        json: { jobDefinitionId: definitionId },
        signal,
      }),

    getBatchJobs: (filter, signal) =>
      port.json(
        {
          doing: 'list the batch jobs',
          method: 'GET',
          path: `/${collection}/`,
          query: { ...filter },
          signal,
        },
        pageOf(batchJob),
      ),

    setBatchJobHidden: (jobId, hidden, signal) =>
      port.send({
        doing: `${hidden ? 'hide' : 'show'} batch job ${jobId}`,
        method: 'PATCH',
        path: batchJobPath(jobId),
        json: { hidden },
        idempotent: true,
        signal,
      }),

    deleteBatchJob: (jobId, signal) =>
      port.send({
        doing: `abort batch job ${jobId}`,
        method: 'DELETE',
        path: batchJobPath(jobId),
        idempotent: true,
        signal,
      }),
  };
}

function scorerOf({ deploymentId, modelPackageId, modelId }: BatchRequest): string {
  if (deploymentId !== undefined) return `deployment ${deploymentId}`;
  return modelPackageId === undefined ? `model ${modelId}` : `model package ${modelPackageId}`;
}
