import type { Figure } from '@modelferry/polling';
import type { SavedFile } from '@modelferry/upload';
import type { stepOutcomes } from '../face/index.ts';

/** How a step ended, in one word. */
export type StepOutcome = (typeof stepOutcomes)[number];

/** One thing to know about a step, as a line of a table. */
export interface Fact {
  readonly title: string;
  readonly value: string;
  /** An ID, a path, a status: shown letter by letter. */
  readonly exact?: boolean;
  readonly url?: string;
  /** More about it, in brackets: a size. */
  readonly note?: string;
}

/** What a step has to tell when it ends, however it ends. */
export interface StepReport {
  readonly outcome: StepOutcome;
  /** What it did, as the catalog calls it: `Retrain model`. */
  readonly doing: string;
  /** How it ended, where the outcome's own words would say too much: `was started`. */
  readonly words?: string;
  /** What went wrong, in sentences; absent where all went well. */
  readonly failure?: string;
  /** More about it, a line each: the faults, the first rows that failed. */
  readonly details?: readonly string[];
  /** Whether the user wants to be warned of what the details say. @default false */
  readonly isWarning?: boolean;
  /** What to do next, a sentence each. */
  readonly next?: readonly string[];
  /** A step to paste into a workflow file. */
  readonly snippet?: string;
  readonly facts: readonly Fact[];
  /** What the job has told of its work, a row for each time that it had news, the newest last. */
  readonly figures?: readonly (readonly Figure[])[];
  /** Files that were made, of which CSV files are previewed. */
  readonly files: readonly SavedFile[];
  /** By the output's name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** For those who have asked for debug lines. */
  readonly stack?: string;
}

/** A report of a step that ended before it began. */
export const emptyReport = { facts: [], files: [], outputs: {} } as const;
