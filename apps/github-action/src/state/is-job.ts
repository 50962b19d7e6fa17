import type { JobKinds } from '../vendors/vendor.ts';
import type { KeptJob } from './job-state.ts';

/**
 * Whether a record of the ledger names a job. What was asked for and has no ID yet is noted there too, in several words: what
 * was there before it.
 */
export const isJob = (kinds: JobKinds, { kind, id }: Pick<KeptJob, 'kind' | 'id'>): boolean =>
  kinds[kind] !== undefined && !id.includes(' ');
