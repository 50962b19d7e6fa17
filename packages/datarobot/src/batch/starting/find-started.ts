import { EngineError, isCancelled, pause } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { newJobs, type JobFamily, type JobMark } from './new-jobs.ts';

/** A job that may have been made. */
export interface SoughtJob {
  /** Completes "Could not ...": `create a batch job for deployment 5e7e`. */
  readonly doing: string;
  readonly family: JobFamily;
  /** What was there before it was asked for; undefined where that could not be seen. */
  readonly mark: JobMark | undefined;
  isOurs(job: BatchJob): boolean;
  /** Why it is not known. */
  readonly cause?: unknown;
}

/** Pauses between the looks, in milliseconds: a call whose answer was lost may still be at work. */
const pausesMs = [2_000, 5_000, 15_000];

/**
 * Finds the job that a lost call has made: the only new one that could be it.
 * @throws EngineError with code `outcome-unknown` when there is none, or more than one
 */
export async function findStarted(
  context: RunContext<DataRobotClient>,
  sought: SoughtJob,
): Promise<BatchJob> {
  const { clock, signal, progress } = context;
  for (const pauseMs of [...pausesMs, undefined]) {
    const { found, failure } =
      sought.mark === undefined ? { found: [] } : await look(context, sought, sought.mark);
    const [job] = found;
    if (job && found.length === 1) {
      progress({
        type: 'warning',
        message: `No clear answer came to the call to ${sought.doing}. Batch job ${job.id} was made since then with the same settings, and is taken for the one.`,
      });
      return job;
    }
    if (found.length > 1 || sought.mark === undefined || pauseMs === undefined) {
      throw unclear(sought, found, failure);
    }
    await pause({ clock, signal }, pauseMs, sought.doing);
  }
  throw unclear(sought, [], undefined);
}

/** A look that fails says nothing about the job. */
const look = async (
  context: RunContext<DataRobotClient>,
  { family, isOurs }: SoughtJob,
  mark: JobMark,
): Promise<{ readonly found: readonly BatchJob[]; readonly failure?: unknown }> => {
  try {
    return { found: (await newJobs(context, family, mark)).filter(isOurs) };
  } catch (failure) {
    if (isCancelled(failure)) throw failure;
    return { found: [], failure };
  }
};

/** @param failure what kept the last look from seeing any */
function unclear({ doing, cause }: SoughtJob, found: readonly BatchJob[], failure: unknown): EngineError {
  const why = cause instanceof Error ? ` ${cause.message}` : '';
  const seen =
    found.length === 0
      ? failure instanceof Error
        ? `The list of jobs could not be read: ${failure.message}`
        : 'No job with its settings is to be seen.'
      : `Batch jobs ${found.map(({ id }) => id).join(' and ')} were made since then with the same settings.`;
  return new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether it worked to ${doing}.${why} ${seen}`,
    remedy:
      'Look at the list of batch jobs in DataRobot before trying again: another job would score and write the rows a second time. If one is there, go on with its ID.',
    cause,
  });
}
