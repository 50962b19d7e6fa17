import type { Given } from './adapter-type.ts';

/** A rule between inputs; it names the one that is to be changed. */
export interface Rule {
  readonly field: string;
  /** Completes the field's name, and says what to do. */
  readonly problem: string;
  holds(given: Given): boolean;
}
