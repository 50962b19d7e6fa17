import type { Contents } from '../contents.ts';
import type { Fields } from '../fields.ts';
import type { Job } from './job.ts';
import type { Model } from './model.ts';

/** A name under which code is trained. */
export interface Definition {
  readonly id: string;
  readonly name: string;
  readonly createdMs: number;
  modifiedMs: number;
  archived: boolean;
  /** Oldest first, as the other lists. */
  readonly versions: Version[];
  readonly jobs: Job[];
  readonly models: Model[];
  /** The number that was given out last; those of deleted versions do not come again. */
  lastVersion: number;
}

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
