/** A text that GitHub would read, wherever it stands in the repository. */
export interface Source {
  /** Below the root, with slashes. */
  readonly file: string;
  /** Line of the file, from 1, on which the text begins. */
  readonly firstLine: number;
  /** A whole workflow, the steps of a job as documentation shows them, or an action's manifest. */
  readonly kind: 'workflow' | 'steps' | 'action';
  readonly text: string;
}
