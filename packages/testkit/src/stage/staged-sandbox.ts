/** What a stage needs of the sandbox, which stands on a floor of its own. */
export interface StagedSandbox {
  /** Each with the sandbox's name for its route. */
  readonly requests: () => readonly { readonly operation: string }[];
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}
