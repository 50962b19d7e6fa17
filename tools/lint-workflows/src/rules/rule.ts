import type { Document, LineCounter } from 'yaml';
import type { Source } from '../source.ts';
import type { TextFault } from '../text-fault.ts';
import type { WorkflowStep } from '../workflow-steps.ts';

/** A workflow as our own rules look at it. */
export interface RuleInput {
  /** Folder of the repository. */
  readonly root: string;
  readonly source: Source;
  /** The whole workflow; lines and ranges are those of this text. */
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly steps: readonly WorkflowStep[];
}

/** One rule of the house. */
export type Rule = (input: RuleInput) => readonly TextFault[];
