import type { ErrorCode } from '@modelferry/http';
import type { OperationName } from '@modelferry/sandbox';
import type { KeyKind } from '../../../src/index.ts';
import type { Inputs, PerformOptions, Stage } from './stage.ts';

/** What a user may give by mistake, and what the error must say for it to be mended. */
export interface BadInput {
  readonly title: string;
  readonly operation: string;
  readonly inputs: (stage: Stage) => Inputs;
  /** @default a retrain key */
  readonly kinds?: readonly KeyKind[];
  readonly mistaken?: (stage: Stage) => PerformOptions['mistaken'];
  /** The inputs that are to be changed; nothing is sent then, but for questions. */
  readonly field?: string | readonly string[];
  /** @default invalid-input */
  readonly code?: ErrorCode;
  readonly problem: RegExp;
  /** @default the problem says what must be */
  readonly remedy?: RegExp;
  /** Calls that it takes to find out. @default none */
  readonly reaches?: readonly OperationName[];
}

/** What a case adds to what its group has in common. */
export type Expected = Pick<BadInput, 'problem' | 'remedy'> & Partial<BadInput>;
