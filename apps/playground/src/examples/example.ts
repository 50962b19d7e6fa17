import type { Execution } from '../n8n/execution.ts';
import type { Scene } from '../scene.ts';

/** One example workflow, and what must come out of it here. */
export interface Example {
  /** Its file in examples/n8n. */
  readonly file: string;
  /** Tells a second run of the same file from the first, in the report. */
  readonly twist?: string;
  readonly limitMs: number;
  /** It waits long: the other examples run meanwhile, once its attendant has done its part. */
  readonly patient?: boolean;
  /** Sets the vendor up for it, right before the run. */
  readonly prepare?: (scene: Scene) => Promise<void> | void;
  /** Makes the one who plays what happens around the workflow: the person who approves, the restart of n8n. */
  readonly attendant?: () => Attendant;
  /**
   * Says in a line what came out of a run that ended well.
   * @throws {Unexpected} when that is not what the example promises
   */
  readonly outcome: (execution: Execution, scene: Scene) => Promise<string> | string;
}

/** Looks at every state of the execution and acts where it must. Answers true once it has nothing left to do. */
export type Attendant = (execution: Execution, scene: Scene) => Promise<boolean>;

/** A run that ended well, with the wrong thing. */
export class Unexpected extends Error {
  override readonly name = 'Unexpected';
}
