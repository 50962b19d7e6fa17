import type { JobSpace } from '../job-space.ts';
import { skippedStage, type Outcome, type StageResult } from '../stage-result.ts';
import type { ActionStep, StageName } from '../action-step.ts';
import type { OnLine } from '../stage-log.ts';
import type { Variant } from '../variants.ts';
import { contextsOf } from './contexts.ts';
import type { RunWorkflowOptions } from './run-workflow-options.ts';
import type { ContextValue, JobStatus, Scope } from './scope.ts';
import type { Step } from './step.ts';
import type { Job } from './workflow-file.ts';
import type { StepResult } from './workflow-result.ts';

/** A step as it goes along. */
export interface StepRecord {
  readonly id: string | undefined;
  name: string;
  main: StageResult;
  conclusion: Outcome;
  post: StageResult;
}

/** A post stage that is to run in the end. */
export interface PendingPost {
  readonly record: StepRecord;
  readonly action: ActionStep;
}

/** A job under way. */
export interface JobRun {
  readonly options: RunWorkflowOptions;
  readonly job: Job;
  readonly jobName: string;
  readonly space: JobSpace;
  /** The contexts that stay the same for the whole job. */
  readonly contexts: Readonly<Record<string, ContextValue>>;
  /** Aborts when the run is cancelled. */
  readonly cancelled: AbortSignal;
  /** The `steps` context. */
  readonly steps: Record<string, ContextValue>;
  readonly records: StepRecord[];
  /** The last is the first to run. */
  readonly posts: PendingPost[];
  status: JobStatus;
}

/** What an expression sees now. */
export const scopeOf = (
  run: JobRun,
  env: Readonly<Record<string, ContextValue>> = {},
  status: JobStatus = run.status,
): Scope => ({
  contexts: {
    ...contextsOf(run.space, status),
    ...run.contexts,
    steps: run.steps,
    env: { ...run.space.env, ...env },
  },
  status,
  workspace: run.space.workspace,
});

/** Opens the record of a step; it stands as skipped until it has run. */
export function openRecord(run: JobRun, step: Step, name: string): StepRecord {
  const record: StepRecord = {
    id: step.id,
    name,
    main: skippedStage(),
    conclusion: 'skipped',
    post: skippedStage(),
  };
  run.records.push(record);
  return record;
}

/** Lets later steps see what became of one. */
export function publish(run: JobRun, { id, main, conclusion }: StepRecord): void {
  if (id !== undefined) run.steps[id] = { outputs: main.outputs, outcome: main.outcome, conclusion };
}

/** Lets a failure count for the job. */
export function count(run: JobRun, conclusion: Outcome): void {
  if (conclusion === 'failure' && run.status === 'success') run.status = 'failure';
}

/** Where the lines of a step go. */
export const listenerOf =
  (run: JobRun, record: StepRecord, stage: StageName = 'main'): OnLine =>
  (line) =>
    run.options.onLine?.(line, { job: run.jobName, step: record.name, stage });

/** What a step came to. */
export const resultOf = ({ id, name, main, conclusion, post }: StepRecord): StepResult => ({
  id,
  name,
  outcome: main.outcome,
  conclusion,
  outputs: main.outputs,
  summary: main.summary + post.summary,
  main,
  post,
});

/** The circumstances of a step: those of the run, and what the file makes of them. */
export const variantsOf = (run: JobRun, step: Step): readonly Variant[] => [
  ...[run.options.variant ?? []].flat(),
  ...(step.id === undefined ? (['no-step-id'] as const) : []),
  ...(run.job.isInContainer ? (['container'] as const) : []),
];
