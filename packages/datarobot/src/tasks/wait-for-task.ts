import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { pollUntilDone } from '@modelferry/polling';
import type { TaskLook } from '../client/async-tasks.ts';
import type { DataRobotClient } from '../client/client.ts';
import { taskJob } from './task-job.ts';

/** How to wait for a task. */
export interface TaskWait {
  readonly taskId: string;
  /** Completes "Could not ...": `register "train.csv"`. */
  readonly doing: string;
  /** Longest wait in all, in milliseconds. @default 600000, as the vendor's own clients */
  readonly timeoutMs?: number;
}

/** Pauses between two looks, in milliseconds; they grow from the first to the last. Source: section 3.15. */
const interval = { initialMs: 1_000, maxMs: 10_000 };

/**
 * Waits until a task is done or the time is up; it goes on then.
 * @returns where its result is, or undefined when the time was up first
 * @throws EngineError with code `job-failed` when it ended badly, in its own words
 */
export async function waitForTask(
  { client, clock, signal, random, progress }: RunContext<DataRobotClient>,
  { taskId, doing, timeoutMs = 600_000 }: TaskWait,
): Promise<TaskLook | undefined> {
  const job = taskJob(client, taskId);
  const outcome = await pollUntilDone<TaskLook>(job, {
    ...{ clock, signal, random, timeoutMs, interval },
    onChange: ({ result: _, ...snapshot }) => progress({ type: 'status', job: job.reference, snapshot }),
    onFault: (error, faultsInARow) => {
      const message = error instanceof Error ? error.message : String(error);
      progress({ type: 'fault', job: job.reference, faultsInARow, message });
    },
  });
  if (!outcome.ended) return undefined;
  const { state, rawStatus, message, result } = outcome.snapshot;
  if (state === 'succeeded') return result;
  throw new EngineError({
    code: 'job-failed',
    message: `Could not ${doing}: task ${taskId} ended as ${rawStatus}${message === undefined ? ', and says nothing more' : `: "${message}"`}.`,
    remedy: 'Mend what the message names, then try again.',
  });
}
