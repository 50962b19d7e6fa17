import { isApiError, isEngineError, isTransportError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { pollUntilDone } from '@modelferry/polling';
import type { SavedFile } from '@modelferry/upload';
import type { BatchJob } from '../client/batch-job.ts';
import type { DataRobotClient } from '../client/client.ts';
import { batchPredictionJob } from '../jobs/batch-prediction-job.ts';
import { checkResult } from './check-result.ts';
import { explainRefusal } from './explain-refusal.ts';
import { resultsDeleted } from './results-deleted.ts';
import { rowTally } from './row-tally.ts';

/** How often a download is begun in all; each time from its first byte, since ranges are not documented. */
const maxDownloads = 3;

/** Longest wait for a job to say how it ended, in milliseconds. */
const lastLookMs = 120_000;

const isPassing = (error: unknown): boolean =>
  isTransportError(error)
    ? error.kind === 'timeout' || error.kind === 'network'
    : isEngineError(error) && (error.code === 'source-mismatch' || (isApiError(error) && error.retryable));

/**
 * Streams the result of a completed job to the host, whole and proven so, or not at all.
 * @param fileName what to call it @default 'result-<id>.csv', as the vendor does
 * @returns undefined when the job writes its result elsewhere
 * @throws EngineError with code `not-found` when it is older than the vendor keeps it
 */
export async function saveScored(
  context: RunContext<DataRobotClient>,
  job: BatchJob,
  fileName = `result-${job.id}.csv`,
): Promise<SavedFile | undefined> {
  const { signal, progress } = context;
  if (job.resultsDeleted === true) throw resultsDeleted(job.id);
  const output = job.jobSpec?.outputSettings?.type ?? 'localFile';
  if (output !== 'localFile' && job.links?.download === undefined) {
    const message = `Batch job ${job.id} writes its result to ${output}, so that there is no file to download.`;
    progress({ type: 'warning', message });
    return undefined;
  }
  progress({ type: 'phase', title: 'Download the result' });
  for (let attempt = 1; ; attempt++) {
    try {
      return await saveOnce(context, job, fileName);
    } catch (error) {
      if (signal.aborted || attempt >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: 'warning', message: `The download begins anew: ${(error as Error).message}` });
    }
  }
}

async function saveOnce(
  context: RunContext<DataRobotClient>,
  job: BatchJob,
  name: string,
): Promise<SavedFile> {
  const { client, signal, progress, save } = context;
  const { headers, body } = await client.downloadScored(job, signal).catch(async (error: unknown) => {
    throw await explainRefusal(context, job.id, error);
  });
  const length = exactLengthOf(headers);
  let failure: unknown;
  async function* checked() {
    const rows = rowTally(job);
    let bytes = 0;
    try {
      for await (const chunk of body) {
        rows?.see(chunk);
        bytes += chunk.length;
        progress({ type: 'download', name, bytes, totalBytes: length });
        yield chunk;
      }
      // Before the end is passed on: what fails here is never kept under the final name
      const doubt = checkResult(await jobAtTheEnd(context, job), rows?.total());
      if (doubt !== undefined) progress({ type: 'warning', message: doubt });
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  try {
    return await save({ name, contentType: 'text/csv', length, body: checked() });
  } catch (error) {
    body.cancel(); // A host that fails before it reads would leave the connection open
    throw failure ?? error; // and may wrap what it only felt
  }
}

/** The job as it is once its result has come to an end; a failed look is repeated as it is while a job is waited for. */
async function jobAtTheEnd(context: RunContext<DataRobotClient>, job: BatchJob): Promise<BatchJob> {
  const { client, clock, signal, random } = context;
  const { snapshot } = await pollUntilDone(batchPredictionJob(client, job.id), {
    ...{ clock, signal, random },
    ...{ timeoutMs: lastLookMs, interval: { initialMs: 1_000 } },
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
