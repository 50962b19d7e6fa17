import {
  EngineError,
  isApiError,
  isCancelled,
  isTransportError,
  pause,
  quoteVendorText,
} from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { isMoving } from '../jobs/is-moving.ts';
import { jobState } from '../jobs/job-state.ts';
import { lookAtJob } from '../jobs/look-at-job.ts';
import { startsBeforeTheEnd } from '../jobs/starts-before-the-end.ts';

/** How often it is asked for in all: after an unclear answer a look at the job decides whether once more. */
const maxPosts = 5;
/** How long a job may stay where it is after a success that carries a message, in milliseconds. */
const graceMs = 30_000;
/** Between two looks, in milliseconds, and after the first call that failed; it doubles with each. */
const pauseMs = 2_000;

/**
 * Says that all parts of a job's data are there, and sees to it that the job believes it (3.10, 5.2). That a job is in the
 * queue or runs proves it only where that needs all data: one that scores while parts come in is asked once more.
 * @throws what the vendor answered, unless the job is on its way all the same
 * @throws EngineError with code `rejected` when success was answered with a message and the job goes nowhere
 */
export async function finalizeData(
  context: RunContext<DataRobotClient>,
  job: BatchJob,
  signal: AbortSignal,
): Promise<void> {
  const { client, clock, progress } = context;
  const doing = `finalize the data of batch job ${job.id}`;
  const startsEarly = startsBeforeTheEnd(job);
  const sleep = (ms: number) => pause({ clock, signal }, ms, doing);
  const look = () => lookAtJob(client, job.id, signal);
  const provesIt = (seen: BatchJob | 'gone'): boolean =>
    seen !== 'gone' && (isFinal(jobState(seen.status)) || (!startsEarly && isMoving(seen)));

  for (let posts = 1; ; posts++) {
    try {
      const said = await client.finalizeCsv(job, signal);
      if (said !== undefined) await becomeUnderWay(said);
      return;
    } catch (error) {
      if (isCancelled(error) || !isVendors(error)) throw error;
      const seen = await look();
      if (provesIt(seen)) return;
      if (posts > 1 && isTooLate(error) && seen !== 'gone' && isMoving(seen)) return;
      if (posts >= maxPosts || !isUnclear(error)) throw error;
      const ownMs = pauseMs * 2 ** (posts - 1);
      await sleep(isApiError(error) ? (error.retryAfterMs ?? ownMs) : ownMs);
    }
  }

  /** A success may be none (`finalize-202-message`). */
  async function becomeUnderWay(said: string): Promise<void> {
    if (startsEarly) {
      const message = `The server took the end of the data of batch job ${job.id} and said "${quoteVendorText(said)}": whether it waits for more cannot be seen.`;
      progress({ type: 'warning', message });
      return;
    }
    const endsAtMs = clock.now() + graceMs;
    while (!provesIt(await look())) {
      if (clock.now() >= endsAtMs) {
        throw new EngineError({
          code: 'rejected',
          message: `Could not ${doing}: the server took it and said "${quoteVendorText(said)}", and the job does not start.`,
          remedy: 'Mend what the message names, then score the file anew.',
        });
      }
      await sleep(pauseMs);
    }
  }
}

/** What a second call is told when the first one did its work (3.10). */
const isTooLate = (error: unknown): boolean => isApiError(error) && [409, 422].includes(error.status);

/** Not one of our own conclusions. */
const isVendors = (error: unknown): boolean => isApiError(error) || isTransportError(error);

/** Whether the call may have done its work although it failed, or may do it later. */
const isUnclear = (error: unknown): boolean =>
  isTransportError(error)
    ? error.kind === 'timeout' || error.kind === 'network'
    : isApiError(error) && error.retryable;
