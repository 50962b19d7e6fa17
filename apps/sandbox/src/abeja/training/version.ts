import type { Contents } from '../contents.ts';
import type { Fields } from '../fields.ts';

/** Code, and what it runs in. */
export interface Version {
  readonly number: number;
  readonly handler: string;
  readonly image: string;
  readonly environment: Fields;
  readonly userParameters: Fields;
  readonly datasets: Readonly<Record<string, string>>;
  readonly createdMs: number;
  /** What was uploaded; for code from git what stands for it. */
  readonly source: Contents;
  modifiedMs: number;
  description: string | null;
  archived: boolean;
}
