import { EngineError, isApiError, isEngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { checkResult } from './check-result.ts';
import { isPassing } from './is-passing.ts';
import { resultsDeleted } from './results-deleted.ts';
import { saveOnce, type SavedResult } from './save-once.ts';

/** How often a download is begun in all; each time from its first byte, since ranges are not documented. */
const maxDownloads = 3;

/** A completed job's result, as it is to be kept. */
export interface ScoredResult {
  readonly job: BatchJob;
  /** @default 'result-<id>.csv', as the vendor does */
  readonly fileName?: string;
  /** What became of the download that was begun while the job ran, where there was one. */
  readonly earlyFailure?: unknown;
}

/**
 * Streams the result of a completed job to the host, whole and proven so, or not at all.
 * @returns undefined when the job writes its result elsewhere
 * @throws EngineError with code `not-found` when it is older than the vendor keeps it, or can be fetched once only
 */
export async function saveScored(
  context: RunContext<DataRobotClient>,
  { job, fileName, earlyFailure }: ScoredResult,
): Promise<SavedResult | undefined> {
  const { signal, progress } = context;
  if (job.resultsDeleted === true) throw resultsDeleted(job.id);
  const output = job.jobSpec?.outputSettings?.type ?? 'localFile';
  if (output !== 'localFile' && job.links?.download === undefined) {
    const message = `Batch job ${job.id} writes its result to ${output}, so that there is no file to download.`;
    progress({ type: 'warning', message });
    return undefined;
  }
  progress({ type: 'phase', title: 'Download the result' });
  let before = earlyFailure;
  for (let attempt = 1; ; attempt++) {
    try {
      return await saveOnce(context, { job, fileName, judge: checkResult });
    } catch (error) {
      if (!signal.aborted && hadBegun(before) && isGone(error)) throw givenOnce(job.id, before, error);
      if (signal.aborted || attempt >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: 'warning', message: `The download begins anew: ${wordsOf(error)}` });
      before = error;
    }
  }
}

/** Whether a download failed that the server had granted. */
const hadBegun = (failure: unknown): boolean => failure !== undefined && !isApiError(failure);

const isGone = (error: unknown): boolean => isApiError(error) && [404, 410].includes(error.status);

/** The error for a result that a server gives only once, of which that once was lost (`single-download`). */
const givenOnce = (jobId: string, lost: unknown, cause: unknown): EngineError =>
  new EngineError({
    code: 'not-found',
    message: `The result of batch job ${jobId} cannot be downloaded again: this server gives a result once, and that download broke off (${wordsOf(lost)} ${wordsOf(cause)})`,
    remedy:
      'Score the file anew; with Download While Scoring switched off, the result is fetched in the shortest time, once the job has completed.',
    cause,
  });

const wordsOf = (error: unknown): string => (isEngineError(error) ? error.message : String(error));
