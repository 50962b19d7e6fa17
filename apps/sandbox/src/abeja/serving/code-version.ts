import type { Contents } from '../contents.ts';
import type { Fields } from '../fields.ts';

/** Code that answers with a model. */
export interface CodeVersion {
  readonly id: string;
  /** The user's own name of it. */
  readonly version: string;
  readonly handler: string;
  readonly image: string;
  readonly userParameters: Fields;
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** Nothing until it is uploaded. */
  source: Contents | undefined;
}
