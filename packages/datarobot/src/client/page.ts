import * as v from 'valibot';
import { perhaps } from '@modelferry/operation';

/** What part of a list to read. */
export interface PageRequest {
  /** Entries to skip. @default 0 */
  readonly offset?: number;
  /** Longest page wanted, from 1 to 100. @default what the vendor has for it */
  readonly limit?: number;
}

/** Part of a list. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Whether the vendor says that there is more. */
  readonly more: boolean;
  /** How many there are in all, where the vendor tells. */
  readonly total: number | undefined;
}

/** A list's answer. Its link to the next part only says that there is one: pages are asked for by offset. */
export const pageOf = <Entry extends v.GenericSchema>(entry: Entry) =>
  v.pipe(
    v.object({ data: v.array(entry), next: perhaps(v.string()), totalCount: perhaps(v.number()) }),
    v.transform(({ data, next, totalCount }): Page<v.InferOutput<Entry>> => ({
      entries: data,
      more: next !== undefined && next !== '' && data.length > 0,
      total: totalCount,
    })),
  );
