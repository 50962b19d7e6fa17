import { expand, expandValue, holds } from './expand.ts';
import { scopeOf, type JobRun } from './job-run.ts';
import type { ContextValue, JobStatus, Scope } from './scope.ts';
import type { Step } from './step.ts';
import type { YamlRecord } from '../yaml-values.ts';

/** What a step's own texts come to. */
export interface StepValues {
  readonly env: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly timeoutMinutes: number | undefined;
}

/** @throws Error when an expression of the step is not well formed */
export function stepValues(run: JobRun, step: Step): StepValues {
  const env = textValues(step.env, scopeOf(run));
  const scope = scopeOf(run, env);
  const minutes =
    step.timeoutMinutes === undefined ? undefined : Number(expandValue(step.timeoutMinutes, scope));
  return { env, scope, timeoutMinutes: minutes !== undefined && minutes > 0 ? minutes : undefined };
}

/** Whether a step runs as the job stands, or as it would stand. */
export const stepHolds = (run: JobRun, step: Step, status: JobStatus = run.status): boolean =>
  holds(step.if, scopeOf(run, textValues(step.env, scopeOf(run)), status));

/** Whether a failure of a step is passed over. */
export const continuesOnError = (run: JobRun, step: Step): boolean =>
  expandValue(step.continueOnError, scopeOf(run)) === true;

/** How the log calls a step. */
export function stepName(run: JobRun, step: Step): string {
  const title = step.name ?? usualName(step);
  try {
    return expand(title, scopeOf(run));
  } catch {
    return title;
  }
}

/** A mapping whose values are texts with expressions. */
export const textValues = (values: YamlRecord, scope: Scope): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, scalarText(expandValue(value, scope))]),
  );

const scalarText = (value: ContextValue): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

function usualName(step: Step): string {
  if (step.kind === 'uses') return `Run ${step.uses}`;
  if (step.kind === 'run') return `Run ${step.run.split('\n', 1)[0] ?? ''}`;
  if (step.kind === 'parallel') return 'Parallel group';
  return { wait: 'Wait', 'wait-all': 'Wait for all', cancel: 'Cancel' }[step.kind];
}
