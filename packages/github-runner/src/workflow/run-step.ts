import { stageWithoutProcess } from '../stage-without-process.ts';
import type { Background } from './background.ts';
import { count, listenerOf, openRecord, publish, type JobRun, type StepRecord } from './job-run.ts';
import { runWork } from './run-work.ts';
import { continuesOnError, stepHolds, stepName } from './step-values.ts';
import type { Control, Parallel, Step, Work } from './step.ts';

/** Takes a job one step further. */
export async function runStep(run: JobRun, background: Background, step: Step): Promise<void> {
  if (step.kind === 'parallel') return runParallel(run, background, step);
  const record = openRecord(run, step, stepName(run, step));
  if (!(await meetsCondition(run, step, record))) return;
  if (step.kind === 'uses' || step.kind === 'run') {
    if (step.background) background.start(step, record, keyOf(run, record));
    else await runForeground(run, step, record);
    return;
  }
  await runControl(run, background, step, record);
}

async function meetsCondition(run: JobRun, step: Step, record: StepRecord): Promise<boolean> {
  let isMet = false;
  const checked = await stageWithoutProcess(run.space.masks, listenerOf(run, record), async () => {
    isMet = stepHolds(run, step);
    return { outcome: 'skipped' };
  });
  if (isMet) return true;
  record.main = checked;
  record.conclusion = checked.outcome;
  publish(run, record);
  count(run, checked.outcome);
  return false;
}

async function runForeground(run: JobRun, step: Work, record: StepRecord): Promise<void> {
  const stop = new AbortController();
  // A step whose condition holds in a cancelled job is left alone
  const reconsider = () => {
    if (!stillHolds(run, step)) stop.abort();
  };
  if (!run.cancelled.aborted) run.cancelled.addEventListener('abort', reconsider, { once: true });
  await runWork(run, step, record, run.space, stop.signal);
  run.cancelled.removeEventListener('abort', reconsider);
  publish(run, record);
  count(run, record.conclusion);
}

function stillHolds(run: JobRun, step: Step): boolean {
  try {
    return stepHolds(run, step, 'cancelled');
  } catch {
    return false;
  }
}

async function runControl(
  run: JobRun,
  background: Background,
  step: Control,
  record: StepRecord,
): Promise<void> {
  record.main = await stageWithoutProcess(run.space.masks, listenerOf(run, record), async (log) => {
    const named = step.targets.join(', ');
    if (step.kind === 'cancel') {
      log.write('runner', `Cancelling background step(s): ${named}`);
      await background.cancel(step.targets);
      return { outcome: 'success' };
    }
    log.write('runner', `Waiting for background step(s) to complete: ${named === '' ? 'all' : named}`);
    return { outcome: await background.wait(step.kind === 'wait' ? step.targets : undefined) };
  });
  const { outcome } = record.main;
  record.conclusion = outcome === 'failure' && continuesOnError(run, step) ? 'success' : outcome;
  publish(run, record);
  count(run, record.conclusion);
}

async function runParallel(run: JobRun, background: Background, step: Parallel): Promise<void> {
  const keys: string[] = [];
  for (const inner of step.steps) {
    const record = openRecord(run, inner, stepName(run, inner));
    if (!(await meetsCondition(run, inner, record))) continue;
    keys.push(keyOf(run, record));
    background.start(inner, record, keyOf(run, record));
  }
  if (keys.length > 0) count(run, await background.wait(keys));
}

const keyOf = (run: JobRun, record: StepRecord) => record.id ?? `__${run.records.indexOf(record)}`;
