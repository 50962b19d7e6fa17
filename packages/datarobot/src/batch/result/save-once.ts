import type { RunContext } from '@modelferry/operation';
import { pollUntilDone } from '@modelferry/polling';
import type { SavedFile } from '@modelferry/upload';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { batchPredictionJob } from '../jobs/batch-prediction-job.ts';
import { explainRefusal } from './explain-refusal.ts';
import { rowTally } from './row-tally.ts';

/** One download of a result. */
export interface ResultDownload {
  /** As it was when the download was begun: it may still run. */
  readonly job: BatchJob;
  /** What to call the file. @default 'result-<id>.csv', as the vendor does */
  readonly fileName?: string;
  /** Longest wait, after the last byte, for the job to have ended, in milliseconds. @default 120000 */
  readonly lastLookMs?: number;
  /**
   * Holds the job as it is after the last byte against the rows that came.
   * @returns what the user should know
   * @throws what keeps the file from being kept
   */
  judge(job: BatchJob, rows: number | undefined): string | undefined;
}

/** A result that was kept. */
export interface SavedResult {
  readonly file: SavedFile;
  /** As it was after the last byte. */
  readonly job: BatchJob;
  /** Rows in the file, where they could be counted. */
  readonly rows: number | undefined;
}

/**
 * Streams a result to the host, which keeps it only when it was judged: a job that is aborted ends its result like one that
 * completes (3.12), so that the job is looked at once the last byte has come.
 */
export async function saveOnce(
  context: RunContext<DataRobotClient>,
  download: ResultDownload,
): Promise<SavedResult> {
  const { client, signal, progress, save } = context;
  const { job, fileName: name = `result-${job.id}.csv`, lastLookMs = 120_000 } = download;
  const { headers, body } = await client.downloadScored(job, signal).catch(async (error: unknown) => {
    throw await explainRefusal(context, job.id, error);
  });
  const length = exactLengthOf(headers);
  let failure: unknown;
  let ended = job;
  let rows: number | undefined;
  async function* judged() {
    const tally = rowTally(job);
    let bytes = 0;
    try {
      for await (const chunk of body) {
        tally?.see(chunk);
        bytes += chunk.length;
        progress({ type: 'download', name, bytes, totalBytes: length });
        yield chunk;
      }
      rows = tally?.total();
      ended = await jobAtTheEnd(context, job, lastLookMs);
      // Before the end is passed on: what fails here is never kept under the final name
      const doubt = download.judge(ended, rows);
      if (doubt !== undefined) progress({ type: 'warning', message: doubt });
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  try {
    const file = await save({ name, contentType: 'text/csv', length, body: judged() });
    return { file, job: ended, rows };
  } catch (error) {
    body.cancel(); // A host that fails before it reads would leave the connection open
    throw failure ?? error; // and may wrap what it only felt
  }
}

/** The job as it is once its result has come to an end; a failed look is repeated as it is while a job is waited for. */
async function jobAtTheEnd(
  { client, clock, signal, random, progress }: RunContext<DataRobotClient>,
  job: BatchJob,
  timeoutMs: number,
): Promise<BatchJob> {
  const polled = batchPredictionJob(client, job.id);
  const { snapshot } = await pollUntilDone(polled, {
    ...{ clock, signal, random, timeoutMs, interval: { initialMs: 1_000, maxMs: 15_000 } },
    onChange({ result: _, ...seen }) {
      if (seen.rawStatus !== job.status) progress({ type: 'status', job: polled.reference, snapshot: seen });
    },
  });
  return snapshot?.result ?? job;
}

/** A length that speaks of the bytes as they come. */
function exactLengthOf(headers: Readonly<Record<string, string>>): number | undefined {
  const length = headers['content-length'];
  return length !== undefined && headers['content-encoding'] === undefined && /^\d+$/.test(length)
    ? Number(length)
    : undefined;
}
