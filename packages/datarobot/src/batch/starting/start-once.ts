import { isAmbiguous, isCancelled, redactUrls } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { untilTaken } from '../../at-most-once/until-taken.ts';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { findStarted, type SoughtJob } from './find-started.ts';
import { markJobs, type JobMark } from './new-jobs.ts';
import { requestLedger } from './request-ledger.ts';
import { startedLedger } from './started-ledger.ts';

/** A job to be made that begins to score by itself. */
export interface JobStart extends Pick<SoughtJob, 'doing' | 'family' | 'isOurs'> {
  /** Tells this request from another one. */
  readonly request: unknown;
  send(): Promise<BatchJob>;
}

/**
 * Makes a job, and never twice: where it stays open whether the call was carried out, the job that it may have made is found
 * and adopted, also by a later try of the same request (5.2).
 * @throws EngineError with code `outcome-unknown` when it may have been made and cannot be found
 * @throws what the call threw, when the vendor clearly refused it
 */
export async function startOnce(
  context: RunContext<DataRobotClient>,
  { doing, family, isOurs, request, send }: JobStart,
): Promise<BatchJob> {
  // Addresses of cloud storage may be signed
  const fingerprint = redactUrls(JSON.stringify([doing, request]));
  const started = startedLedger(context, fingerprint);
  const earlier = await started.earlier();
  if (earlier) return earlier;
  const asking = requestLedger(context.jobs, fingerprint);
  const open = await asking.open();
  const mark = open ? open.mark : await markIfSeen(context, family);
  if (!open) await asking.keep('issued', mark);
  const job = open
    ? await findStarted(context, { doing, family, mark, isOurs })
    : await untilTaken(context, doing, send).catch(async (cause: unknown) => {
        if (isCancelled(cause)) throw cause;
        if (isAmbiguous(cause)) return findStarted(context, { doing, family, mark, isOurs, cause });
        await asking.keep('refused', mark);
        throw cause;
      });
  await started.keep(job);
  await asking.keep('created', mark);
  return job;
}

/** A list that cannot be read keeps no job from being made; but none can be found either, then. */
const markIfSeen = (context: RunContext<DataRobotClient>, family: JobStart['family']) =>
  markJobs(context, family).catch((error: unknown): JobMark | undefined => {
    if (isCancelled(error)) throw error;
    return undefined;
  });
