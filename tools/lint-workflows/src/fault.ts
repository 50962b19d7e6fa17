/** What a user or GitHub would stumble over. */
export interface Fault {
  /** Below the root, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Which check found it. */
  readonly rule: string;
  readonly message: string;
}
