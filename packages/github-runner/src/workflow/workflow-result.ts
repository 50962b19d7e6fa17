import type { StageName } from '../action-step.ts';
import type { Leak, LogLine, Outcome, StageResult } from '../stage-result.ts';

/** What became of a step. */
export interface StepResult {
  /** Undefined where the file gives none. */
  readonly id: string | undefined;
  readonly name: string;
  readonly outcome: Outcome;
  /** The outcome after `continue-on-error`. */
  readonly conclusion: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  /** The summaries of both stages. */
  readonly summary: string;
  readonly main: StageResult;
  /** `skipped` for a step without a post stage. */
  readonly post: StageResult;
}

/** What became of a job. */
export interface JobResult {
  readonly id: string;
  /** With the values of its matrix, where it has one. */
  readonly name: string;
  readonly outcome: Outcome;
  /** In the order of the file; those in a `parallel` stand in its place. */
  readonly steps: readonly StepResult[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What the runner said of the job as a whole. */
  readonly lines: readonly LogLine[];
  /** Processes of `run:` steps that outlived the job, and were killed. */
  readonly leaks: readonly Leak[];
}

/** What became of a workflow. */
export interface WorkflowResult {
  readonly outcome: Outcome;
  /** In the order in which they ran. */
  readonly jobs: readonly JobResult[];
}

/** Where a line of a workflow comes from. */
export interface LinePlace {
  readonly job: string;
  /** The name of the step; undefined for lines of the job as a whole. */
  readonly step?: string;
  readonly stage?: StageName;
}

/** Hears of every line of a workflow as it is recorded. */
export type OnWorkflowLine = (line: LogLine, place: LinePlace) => void;
