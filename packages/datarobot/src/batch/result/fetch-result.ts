import { EngineError, isApiError, isEngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { jobFailed } from '../jobs/job-failed.ts';
import { jobMessage } from '../jobs/job-message.ts';
import { jobState } from '../jobs/job-state.ts';
import { saveOnce, type SavedResult } from './save-once.ts';
import { saveScored } from './save-scored.ts';

/** What result to fetch. */
export interface ResultWish {
  readonly jobId: string;
  /** @default 'result-<id>.csv', or 'result-<id>-partial.csv' */
  readonly fileName?: string;
  /** Whether to keep what a job scored that ended badly. */
  readonly keepPartial: boolean;
}

/** A result, and whether it is all of it. */
export interface FetchedResult extends SavedResult {
  readonly whole: boolean;
}

/**
 * Fetches the result of a job that has ended.
 * @throws EngineError with code `rejected` for a job that goes on
 * @throws EngineError with code `job-failed` for one that ended badly, unless part of its result is wanted and to be had
 */
export async function fetchResult(
  context: RunContext<DataRobotClient>,
  { jobId, fileName, keepPartial }: ResultWish,
): Promise<FetchedResult> {
  const job = await context.client.getBatchJob(jobId, context.signal);
  const state = jobState(job.status);
  if (state === 'failed') {
    if (!keepPartial) throw jobFailed(job);
    return { ...(await savePartial(context, job, fileName)), whole: false };
  }
  if (state !== 'succeeded') throw notYet(job);
  const saved = await saveScored(context, { job, fileName });
  if (saved === undefined) throw isElsewhere(job);
  return { ...saved, whole: true };
}

/** What a job scored before it ended badly; some servers hand it out (`aborted-download-partial`). */
async function savePartial(
  context: RunContext<DataRobotClient>,
  job: BatchJob,
  fileName = `result-${job.id}-partial.csv`,
): Promise<SavedResult> {
  context.progress({ type: 'phase', title: 'Download what was scored' });
  const judge = ({ status }: BatchJob, rows: number | undefined) =>
    `The result of batch job ${job.id} is part of one, and not valid: the job ended as ${status}${rows === undefined ? '' : `; rows in the file: ${rows}`}.`;
  try {
    return await saveOnce(context, { job, fileName, judge });
  } catch (error) {
    if (!isEngineError(error) || !isApiError(error.cause)) throw error;
    throw new EngineError({
      code: error.code,
      message: `${error.message} This server gives no part of its result.`,
      remedy: error.remedy,
      cause: error.cause,
    });
  }
}

function notYet(job: BatchJob): EngineError {
  const said = jobMessage(job);
  return new EngineError({
    code: 'rejected',
    message: `Could not download the result of batch job ${job.id}: it is ${job.status}${said === undefined ? '' : ` (${said})`}, and a result is whole only when its job has completed.`,
    remedy: 'Wait for it with the operation Wait, which downloads the result, too.',
  });
}

const isElsewhere = ({ id, jobSpec }: BatchJob): EngineError =>
  new EngineError({
    code: 'rejected',
    message: `Could not download the result of batch job ${id}: it was written to ${jobSpec?.outputSettings?.type}.`,
    remedy: 'Fetch it there, or create the job with the output Local File.',
  });
