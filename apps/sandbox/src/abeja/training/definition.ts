import type { Job } from './job.ts';
import type { Model } from './model.ts';
import type { Version } from './version.ts';

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
