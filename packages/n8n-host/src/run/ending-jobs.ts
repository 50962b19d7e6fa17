import type { Operation, RunContext } from '@modelferry/operation';
import { readJobEndings, type JobEnding } from '../properties/index.ts';
import { endJobs } from './end-jobs.ts';
import type { RunFrame } from './run-frame.ts';
import { watchJobs } from './watched-jobs.ts';

/** One run of an operation, for one item. */
interface ItemRun<Client> {
  readonly operation: Operation<Client>;
  readonly itemIndex: number;
  readonly context: RunContext<Client>;
  readonly raw: Readonly<Record<string, unknown>>;
}

/**
 * Runs an operation, and sees to the jobs that it leaves behind: when n8n stops the execution, and when the operation's own
 * time to wait is up. Where the vendor cannot end jobs, none is touched.
 */
export async function endingJobs<Client>(
  frame: RunFrame<Client>,
  { operation, itemIndex, context, raw }: ItemRun<Client>,
): Promise<unknown> {
  const wanted = readJobEndings(operation as Operation, (name) =>
    frame.context.getNodeParameter(name, itemIndex, null),
  );
  if (!wanted) return operation.execute(context, raw);

  const jobs = watchJobs();
  const end = async (ending: JobEnding) => {
    for (const said of await endJobs({ ...context, cancels: frame.cancels }, jobs, ending)) {
      frame.warn(said);
    }
  };
  try {
    const result = await operation.execute(jobs.watching(context), raw);
    // One that nobody waited for is pending because the user wants it so
    const isLate = isPending(result) && raw['waitForCompletion'] !== false;
    if (wanted.onTimeout && isLate) await end(wanted.onTimeout);
    return result;
  } catch (error) {
    if (frame.signal.aborted) await end(wanted.onStop);
    if (frame.signal.aborted && jobs.isUnclear) frame.warn(unclear);
    throw error;
  }
}

const unclear =
  'It had been asked for, and no answer says whether it was started: look for it at the vendor before you run it again.';

const isPending = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'pending' in result && result.pending === true;
