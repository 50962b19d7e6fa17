/** How a stage or a step ended, in the words of the `steps` context. */
export type Outcome = 'success' | 'failure' | 'cancelled' | 'skipped';

/** Where a line came from: the process, or the runner itself. */
export type LineStream = 'stdout' | 'stderr' | 'runner';

/** One line of the log, masked as it would be shown. */
export interface LogLine {
  /** Time since the stage began, in milliseconds. */
  readonly ms: number;
  readonly stream: LineStream;
  readonly text: string;
}

/** A message on the run's page: at most 10 of each kind per stage, cut at 4,096 characters, masked. */
export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: string;
  readonly endLine?: string;
  readonly col?: string;
  readonly endColumn?: string;
}

/** A signal that the runner sent to the process. */
export interface SentSignal {
  /** Time since the stage began, in milliseconds. */
  readonly ms: number;
  readonly signal: NodeJS.Signals;
}

/** A process that outlived its stage and was killed. */
export interface Leak {
  /** Undefined where the system does not tell which process holds the pipes. */
  readonly pid?: number;
  readonly command: string;
}

/** What became of one stage (main or post) of a step. */
export interface StageResult {
  readonly outcome: Outcome;
  /** Null when the process was killed or could not start. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly LogLine[];
  /** The step's outputs as they stand after this stage, unmasked: the runner masks only what it shows. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The action's state as it stands after this stage. */
  readonly state: Readonly<Record<string, string>>;
  /** The step summary of this stage, masked line by line. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** The values this stage asked to be masked, in clear. */
  readonly masks: readonly string[];
  /** What the runner itself found doubtful. */
  readonly warnings: readonly string[];
  readonly leaks: readonly Leak[];
  /** The signals sent to the process, in order. */
  readonly signals: readonly SentSignal[];
}

/** The result of a stage that did not run. */
export const skippedStage = (
  outputs: Readonly<Record<string, string>> = {},
  state: Readonly<Record<string, string>> = {},
): StageResult => ({
  outcome: 'skipped',
  exitCode: null,
  signal: null,
  lines: [],
  outputs,
  state,
  summary: '',
  annotations: [],
  masks: [],
  warnings: [],
  leaks: [],
  signals: [],
});
