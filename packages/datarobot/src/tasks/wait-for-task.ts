import { EngineError } from '@modelferry/http';
import { waitForJob, type RunContext } from '@modelferry/operation';
import type { TaskLook } from '../client/async-tasks.ts';
import type { DataRobotClient } from '../client/client.ts';
import { firstPauseMs } from '../client/limits.ts';
import { taskJob } from './task-job.ts';

/** How to wait for a task. */
export interface TaskWait {
  readonly taskId: string;
  /** Completes "Could not ...": `register "train.csv"`. */
  readonly doing: string;
  /** Longest wait in all, in milliseconds. @default 600000, as the vendor's own clients */
  readonly timeoutMs?: number;
}

/** Longest pause between two looks, in milliseconds. Source: section 3.15. */
const pollIntervalMs = 10_000;

/**
 * Waits until a task is done or the time is up; it goes on then.
 * @returns where its result is, or undefined when the time was up first
 * @throws EngineError with code `job-failed` when it ended badly, in its own words
 */
export async function waitForTask(
  context: RunContext<DataRobotClient>,
  { taskId, doing, timeoutMs = 600_000 }: TaskWait,
): Promise<TaskLook | undefined> {
  const job = taskJob(context.client, taskId);
  const outcome = await waitForJob(context, job, { timeoutMs, pollIntervalMs, firstPauseMs });
  if (!outcome.ended) return undefined;
  const { state, rawStatus, message, result } = outcome.snapshot;
  if (state === 'succeeded') return result;
  throw new EngineError({
    code: 'job-failed',
    message: `Could not ${doing}: task ${taskId} ended as ${rawStatus}${message === undefined ? ', and says nothing more' : `: "${message}"`}.`,
    remedy: 'Mend what the message names, then try again.',
  });
}
