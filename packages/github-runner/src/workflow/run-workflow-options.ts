import type { CancelMoment } from '../cancel.ts';
import type { JobFacts } from '../job-facts.ts';
import type { Patience } from '../stop-process.ts';
import type { Variant } from '../variants.ts';
import type { ContextValue } from './scope.ts';
import type { OnWorkflowLine } from './workflow-result.ts';

/** What a stand-in for somebody else's action is given. */
export interface StandInStep {
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly runnerTemp: string;
  /** Writes to the log of the step. */
  readonly log: (text: string) => void;
}

/** Does what somebody else's action would; what it throws fails the step. Answers with the outputs. */
export type StandIn = (step: StandInStep) => Promise<Readonly<Record<string, string>> | undefined | void>;

/** Which step an action is about to run for. */
export interface UsedStep {
  readonly job: string;
  readonly id: string | undefined;
  readonly uses: string;
}

/** One run of a workflow file. */
export interface RunWorkflowOptions {
  /** The path of the file; or give its `text`. */
  readonly file?: string;
  readonly text?: string;
  /** Runs only this job, and those it needs. @default all */
  readonly job?: string;
  /** The workspace of all jobs. @default a fresh folder for each, removed in the end */
  readonly workspace?: string;
  /** The `secrets` context; all are masks from the start. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** The inputs of `workflow_dispatch`. Those not given have their declared defaults. */
  readonly inputs?: Readonly<Record<string, ContextValue>>;
  readonly event?: Readonly<Record<string, ContextValue>>;
  readonly facts?: Partial<JobFacts>;
  /**
   * Where an action is: a folder with an `action.yml`, or a stand-in. Undefined leaves `./` paths to the workspace and
   * fails all others.
   */
  readonly resolveAction?: (uses: string) => string | StandIn | undefined;
  /** Actions that are not run at all, by their name before the `@`; the log says so. */
  readonly skipActions?: readonly string[];
  /** Inputs besides those of the file, e.g. where a sandbox listens. */
  readonly extraWith?: (step: UsedStep) => Readonly<Record<string, string>>;
  /** Variables besides those of the file. */
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run actions on. @default the one that runs this */
  readonly node?: string;
  /** Answers for the reviewers of an environment. @default approves, and says so */
  readonly approve?: (environment: string, job: string) => boolean | Promise<boolean>;
  /** When the run is cancelled. Lines are those of any step. */
  readonly cancel?: CancelMoment;
  readonly variant?: Variant | readonly Variant[];
  readonly onLine?: OnWorkflowLine;
  /** Shorter times for tests of the runner itself. */
  readonly patience?: Partial<Patience>;
}
