/** A fault in a text. */
export interface TextFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}
