import { jsonBody, pathSegment, type ByteSource, type TransportResponse } from '@modelferry/http';
import { batchJob, type BatchJob } from './batch-job.ts';
import type { BatchRequest } from './batch-request.ts';
import type { CallPort } from './call-port.ts';
import { idInLocation } from './id-in-location.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';

/** Which jobs to list. What is left out does not narrow the list. */
export interface BatchJobFilter extends PageRequest {
  readonly deploymentId?: string;
  readonly status?: readonly string[];
  /** @default the vendor's own */
  readonly orderBy?: 'created' | '-created' | 'status' | '-status';
}

/** A job's data, on their way. */
export interface CsvUpload {
  /** As the vendor described it when it was made: its link is where the data go. */
  readonly job: Pick<BatchJob, 'id' | 'links'>;
  /** Sent as it is: never compressed, never in another encoding. */
  readonly source: ByteSource;
  onBytesTaken?(totalBytes: number): void;
}

/** The calls for batch jobs (docs/vendors/datarobot.md, 3.6 and 3.9 to 3.12). */
export interface BatchPredictionCalls {
  /** 3.6. Makes a job. With a local file it never starts without data, so that this call may be repeated. */
  createBatchJob(request: BatchRequest, signal: AbortSignal): Promise<BatchJob>;
  /** 3.10. Sends all data of a job in one body. Never repeated: the vendor takes a body once. */
  putCsv(upload: CsvUpload, signal: AbortSignal): Promise<void>;
  /** 3.11. */
  getBatchJob(jobId: string, signal: AbortSignal): Promise<BatchJob>;
  /** 3.11. */
  getBatchJobs(filter: BatchJobFilter, signal: AbortSignal): Promise<Page<BatchJob>>;
  /** 3.11. Ends a job and removes it. 404 also says that it has no data yet, 409 that it has ended. */
  deleteBatchJob(jobId: string, signal: AbortSignal): Promise<void>;
  /** 3.12. Begins to download what was scored; the bytes come as they are read. */
  downloadScored(job: Pick<BatchJob, 'id' | 'links'>, signal: AbortSignal): Promise<TransportResponse>;
}

const collection = '/batchPredictions/';
const jobPath = (jobId: string, rest = ''): string => `${collection}${pathSegment(jobId)}/${rest}`;

export function batchPredictionCalls(port: CallPort): BatchPredictionCalls {
  const getBatchJob: BatchPredictionCalls['getBatchJob'] = (jobId, signal) =>
    port.json(
      {
        doing: `read the status of batch job ${jobId}`,
        method: 'GET',
        path: jobPath(jobId),
        idempotent: true,
        signal,
      },
      batchJob,
    );

  return {
    getBatchJob,

    async createBatchJob(request, signal) {
      const created = await port.created(
        {
          doing: `create a batch job for deployment ${request.deploymentId}`,
          method: 'POST',
          path: collection,
          headers: { 'content-type': 'application/json' },
          body: jsonBody(request),
          idempotent: true,
          signal,
        },
        batchJob,
      );
      if (created.value) return created.value;
      const jobId = idInLocation('batchPredictions', created.location);
      if (jobId === undefined) throw created.unusable();
      return getBatchJob(jobId, signal);
    },

    putCsv: ({ job, source, onBytesTaken }, signal) =>
      port.send({
        doing: `upload the data of batch job ${job.id}`,
        method: 'PUT',
        path: jobPath(job.id, 'csvUpload/'),
        link: job.links?.csvUpload,
        headers: { 'content-type': 'text/csv' },
        body: { kind: 'stream', source },
        idempotent: false,
        retry: { maxAttempts: 1 },
        signal,
        onBytesTaken,
      }),

    getBatchJobs: (filter, signal) =>
      port.json(
        {
          doing: 'list the batch jobs',
          method: 'GET',
          path: collection,
          query: { ...filter },
          idempotent: true,
          signal,
        },
        pageOf(batchJob),
      ),

    deleteBatchJob: (jobId, signal) =>
      port.send({
        doing: `abort batch job ${jobId}`,
        method: 'DELETE',
        path: jobPath(jobId),
        idempotent: true,
        signal,
      }),

    downloadScored: (job, signal) =>
      port.download({
        doing: `download the result of batch job ${job.id}`,
        method: 'GET',
        path: jobPath(job.id, 'download/'),
        link: job.links?.download,
        headers: { accept: '*/*' },
        idempotent: true,
        signal,
      }),
  };
}
