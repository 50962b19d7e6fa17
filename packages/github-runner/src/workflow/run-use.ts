import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareAction } from '../action-step.ts';
import type { Cancel } from '../cancel.ts';
import type { JobSpace } from '../job-space.ts';
import { stageWithoutProcess } from '../stage-without-process.ts';
import type { StageResult } from '../stage-result.ts';
import { inputDefault } from './input-default.ts';
import { listenerOf, variantsOf, type JobRun, type StepRecord } from './job-run.ts';
import { textValues, type StepValues } from './step-values.ts';
import type { StandIn } from './run-workflow-options.ts';
import type { ActionUse } from './step.ts';

/** Runs the action of a step, or what stands in for it. */
export async function runUse(
  run: JobRun,
  step: ActionUse,
  record: StepRecord,
  { env, scope, timeoutMinutes }: StepValues,
  space: JobSpace,
  cancel: Cancel,
): Promise<StageResult> {
  const { options } = run;
  const listen = listenerOf(run, record);
  if (options.skipActions?.includes(step.uses.split('@')[0] ?? '')) {
    return stageWithoutProcess(space.masks, listen, async (log) => {
      log.write('runner', `Skipped: ${step.uses} is not run here.`);
      return { outcome: 'skipped' };
    });
  }
  const used = { job: run.job.id, id: step.id, uses: step.uses };
  const given = { ...textValues(step.with, scope), ...options.extraWith?.(used) };
  const found = await locate(run, step.uses);
  if (typeof found === 'function') return standIn(found, step, given, space, listen);

  const action = await prepareAction({
    space,
    actionDir: found,
    name: step.uses,
    with: given,
    env,
    stepId: step.id ?? `__${step.uses.replace(/@.*/, '').replaceAll(/[^\w-]+/g, '_')}`,
    node: options.node ?? process.execPath,
    variants: variantsOf(run, step),
    patience: options.patience,
    onLine: (line, stage) => listenerOf(run, record, stage)(line),
    evaluate: (text) => inputDefault(text, scope),
  });
  run.posts.push({ record, action }); // Now, so that it runs whatever becomes of main
  return action.main({ cancel, timeoutMinutes });
}

async function locate(run: JobRun, uses: string): Promise<string | StandIn> {
  const given = run.options.resolveAction?.(uses);
  if (given !== undefined) return given;
  const local = join(run.space.workspace, uses);
  const isThere = uses.startsWith('./') && (await stat(local).catch(() => undefined)) !== undefined;
  if (isThere) return local;
  throw new Error(
    `While looking for the action '${uses}': nothing tells where it is. Answer for it in 'resolveAction', or name it in 'skipActions'.`,
  );
}

const standIn = async (
  act: StandIn,
  step: ActionUse,
  given: Readonly<Record<string, string>>,
  space: JobSpace,
  listen: ReturnType<typeof listenerOf>,
): Promise<StageResult> =>
  stageWithoutProcess(space.masks, listen, async (log) => {
    log.write('runner', `Run ${step.uses} (a stand-in)`);
    const { workspace, runnerTemp } = space;
    const say = (text: string) => log.write('stdout', text);
    const outputs = await act({ uses: step.uses, with: given, workspace, runnerTemp, log: say });
    return { outcome: 'success', outputs: step.id === undefined ? {} : (outputs ?? {}) };
  });
