import type { WorkflowResult } from '@modelferry/github-runner';
import type { Scene } from '../scene.ts';

/** One workflow file of GitHub's, and what must come out of it here. */
export interface GithubExample {
  /** Its file in examples/github-actions. */
  readonly file: string;
  /** As the file says it. */
  readonly name: string;
  /** The `secrets` and `vars` of the repository that it would run in. */
  readonly settings: (scene: Scene) => {
    readonly secrets: Readonly<Record<string, string>>;
    readonly vars: Readonly<Record<string, string>>;
  };
  /**
   * Says in a line what came out of a run that ended well.
   * @throws {Unexpected} when that is not what the example promises
   */
  readonly outcome: (result: WorkflowResult, scene: Scene) => string;
}
