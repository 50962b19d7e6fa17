import * as v from 'valibot';

/** What part of a list to read. */
export interface PageRequest {
  /** Entries to skip. @default 0 */
  readonly offset?: number;
  /** Longest page wanted; the vendor's own upper bound is unknown (specification, Q19). @default 30 */
  readonly limit?: number;
}

/** Part of a list. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** How many there are in all, where the vendor tells. */
  readonly total: number | undefined;
}

/** The part of a list's answer that tells its length. */
export const pageMetadata = v.nullish(v.object({ total: v.nullish(v.number()) }));
