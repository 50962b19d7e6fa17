import type { YamlRecord } from '../yaml-values.ts';

/** What every step may say. Values are as written: they may hold expressions. */
interface CommonStep {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly if: string | undefined;
  readonly env: YamlRecord;
  readonly continueOnError: unknown;
  readonly timeoutMinutes: unknown;
  readonly background: boolean;
}

/** A step that uses an action. */
export interface ActionUse extends CommonStep {
  readonly kind: 'uses';
  readonly uses: string;
  readonly with: YamlRecord;
}

/** A step that runs a script. */
export interface Script extends CommonStep {
  readonly kind: 'run';
  readonly run: string;
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
}

/** A step that waits for background steps, or ends one. */
export interface Control extends CommonStep {
  readonly kind: 'wait' | 'wait-all' | 'cancel';
  /** The ids of background steps; of none for `wait-all`. */
  readonly targets: readonly string[];
}

/** Steps that run at once, and are waited for. */
export interface Parallel extends CommonStep {
  readonly kind: 'parallel';
  readonly steps: readonly (ActionUse | Script)[];
}

/** A step that has work of its own. */
export type Work = ActionUse | Script;

/** A step of a job. */
export type Step = Work | Control | Parallel;
