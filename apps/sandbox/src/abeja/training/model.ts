import type { Contents } from '../contents.ts';
import type { Fields } from '../fields.ts';

/** An archive that a service can answer with. */
export interface Model {
  readonly id: string;
  readonly definitionId: string;
  readonly jobId: string | null;
  readonly execEnv: string;
  readonly environment: Fields;
  readonly userParameters: Fields;
  readonly metrics: Fields;
  /** Made on first use for those that are there from the start. */
  readonly contents: () => Promise<Contents>;
  readonly createdMs: number;
  modifiedMs: number;
  description: string | null;
  archived: boolean;
  /** Lists that leave it out yet. */
  hiddenLooks: number;
}
