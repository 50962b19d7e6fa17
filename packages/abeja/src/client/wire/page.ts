import { perhaps } from '@modelferry/operation';
import * as v from 'valibot';

/** What part of a list to read, by its place. */
export interface PageRequest {
  /** Entries to skip. @default 0 */
  readonly offset?: number;
  /** Longest page wanted. @default the vendor's choice: 10 for jobs, 50 for most others */
  readonly limit?: number;
}

/** Whether what is archived is listed, too. */
export interface ArchiveFilter {
  /** @default false */
  readonly includeArchived?: boolean;
}

/** Part of a list that is read by places. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** How many there are in all, where the vendor tells. */
  readonly total: number | undefined;
}

/** Part of a list that is read by tokens. */
export interface TokenPage<Entry> {
  readonly entries: readonly Entry[];
  /** Asks for the next part; undefined where there is none. */
  readonly nextToken: string | undefined;
}

/** A list's answer. Only the entries are always there. */
export const pageOf = <Entry extends v.GenericSchema>(entry: Entry) =>
  v.pipe(
    v.object({ entries: v.array(entry), total: perhaps(v.number()) }),
    v.transform(({ entries, total }): Page<v.InferOutput<Entry>> => ({ entries, total })),
  );

/** A token in an answer; an empty one is none. */
export const nextToken = perhaps(v.pipe(v.string(), v.minLength(1)));

/**
 * The two words of the filter. It is always sent: what the server does without it is unknown, and what its page says of it
 * is the wrong way round (docs/vendors/abeja.md, 3.0).
 */
export const archiveQuery = ({ includeArchived = false }: ArchiveFilter) => ({
  filter_archived: includeArchived ? 'include_archived' : 'exclude_archived',
});
