import type { JobSpace } from '../job-space.ts';
import { stageWithoutProcess } from '../stage-without-process.ts';
import { listenerOf, type JobRun, type StepRecord } from './job-run.ts';
import { runScript } from './run-script.ts';
import { runUse } from './run-use.ts';
import { continuesOnError, stepValues } from './step-values.ts';
import type { Work } from './step.ts';

/** Does the work of a step to its end, whatever that is, and writes it into the record. */
export async function runWork(
  run: JobRun,
  step: Work,
  record: StepRecord,
  space: JobSpace,
  cancelled: AbortSignal,
): Promise<void> {
  const cancel = { when: async (over: AbortSignal) => aborted(AbortSignal.any([cancelled, over])) };
  const begin = async () => {
    const values = stepValues(run, step);
    return step.kind === 'uses'
      ? runUse(run, step, record, values, space, cancel)
      : runScript(run, step, record, values, space, cancel);
  };
  record.main = await begin().catch(async (error: unknown) =>
    stageWithoutProcess(space.masks, listenerOf(run, record), async () => {
      throw error;
    }),
  );
  const { outcome } = record.main;
  record.conclusion = outcome === 'failure' && continuesOnError(run, step) ? 'success' : outcome;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
