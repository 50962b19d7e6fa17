import type { ByteSource, TransportResponse } from '@modelferry/http';
import * as v from 'valibot';
import { perhaps } from '@modelferry/operation';
import type { BatchJob } from './batch-job.ts';
import { batchJobPath } from './batch-predictions.ts';
import type { CallPort } from './call-port.ts';
import { messageText } from './message-text.ts';

/** As the vendor described a job when it was made: its links are where data go and come from. */
type LinkedJob = Pick<BatchJob, 'id' | 'links'>;

/** A job's data, on their way. */
export interface CsvUpload {
  readonly job: LinkedJob;
  /** Sent as it is: never compressed, never in another encoding. */
  readonly source: ByteSource;
  onBytesTaken?(totalBytes: number): void;
}

/** A part of a job's data: a whole CSV with the header. */
export interface CsvPartUpload extends CsvUpload {
  /** From 0, rising. */
  readonly part: number;
  /** How often it may be sent: a part of a job that may score at once is taken only once. */
  readonly maxAttempts: number;
}

/** The calls that carry a batch job's data and its result (docs/vendors/datarobot.md, 3.10 and 3.12). */
export interface BatchDataCalls {
  /** 3.10. Sends all data of a job in one body. Never repeated: the vendor takes a body once. */
  putCsv(upload: CsvUpload, signal: AbortSignal): Promise<void>;
  /** 3.10. Sends one part. */
  putCsvPart(upload: CsvPartUpload, signal: AbortSignal): Promise<void>;
  /**
   * 3.10. Says that all parts are there. Never repeated by itself.
   * @returns what the answer says, which may be an error although its status is none (`finalize-202-message`)
   */
  finalizeCsv(job: LinkedJob, signal: AbortSignal): Promise<string | undefined>;
  /** 3.12. Begins to download what was scored; the bytes come as they are read. */
  downloadScored(job: LinkedJob, signal: AbortSignal): Promise<TransportResponse>;
}

const finalized = v.looseObject({ message: perhaps(v.unknown()) });

export function batchDataCalls(port: CallPort): BatchDataCalls {
  const put = (
    { job, source, onBytesTaken }: CsvUpload,
    { doing, rest, maxAttempts }: { doing: string; rest: string; maxAttempts: number },
    signal: AbortSignal,
  ) =>
    port.send({
      doing,
      method: 'PUT',
      path: batchJobPath(job.id, `csvUpload/${rest}`),
      link: below(job.links?.csvUpload, rest),
      headers: { 'content-type': 'text/csv' },
      body: { kind: 'stream', source },
      idempotent: maxAttempts > 1,
      retry: { maxAttempts },
      signal,
      onBytesTaken,
    });

  return {
    putCsv: (upload, signal) =>
      put(
        upload,
        { doing: `upload the data of batch job ${upload.job.id}`, rest: '', maxAttempts: 1 },
        signal,
      ),

    putCsvPart: (upload, signal) =>
      put(
        upload,
        {
          doing: `upload part ${upload.part + 1} of the data of batch job ${upload.job.id}`,
          rest: `part/${upload.part}/`,
          maxAttempts: upload.maxAttempts,
        },
        signal,
      ),

    async finalizeCsv(job, signal) {
      const { value } = await port.located(
        {
          doing: `finalize the data of batch job ${job.id}`,
          method: 'POST',
          path: batchJobPath(job.id, 'csvUpload/finalizeMultipart/'),
          link: below(job.links?.csvUpload, 'finalizeMultipart/'),
          timeout: 'uploadMs',
          signal,
        },
        finalized,
      );
      return value?.message === undefined ? undefined : messageText({ message: value.message });
    },

    downloadScored: (job, signal) =>
      port.download({
        doing: `download the result of batch job ${job.id}`,
        method: 'GET',
        path: batchJobPath(job.id, 'download/'),
        link: job.links?.download,
        headers: { accept: '*/*' },
        signal,
      }),
  };
}

/** What lies below a link, with exactly one slash between the two, wherever a query stands (`links-no-slash`). */
const below = (link: string | undefined, rest: string): string | undefined =>
  link === undefined || rest === ''
    ? link
    : link.replace(/\/*(\?.*)?$/s, (_, query = '') => `/${rest}${query}`);
