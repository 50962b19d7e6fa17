import * as v from 'valibot';
import { count, flag } from './kinds.ts';

/** How much of a list to return. The words are those that n8n prescribes. */
export const listInputs = {
  returnAll: v.optional(
    flag({
      title: 'Return All',
      description: 'Whether to return all results or only up to a given limit',
    }),
    false,
  ),
  limit: v.optional(
    count({
      title: 'Limit',
      description: 'Max number of results to return',
      min: 1,
      max: 100_000,
      when: { returnAll: false },
    }),
    50,
  ),
};

/**
 * The first entries of a list, or all of them; no more of it is read than is returned.
 * @param matches which entries are wanted; the others do not count
 */
export async function collect<Entry>(
  entries: AsyncIterable<Entry>,
  { returnAll, limit }: { readonly returnAll: boolean; readonly limit: number },
  matches: (entry: Entry) => boolean = () => true,
): Promise<Entry[]> {
  const found: Entry[] = [];
  const most = returnAll ? Infinity : limit;
  for await (const entry of entries) {
    if (matches(entry)) found.push(entry);
    if (found.length >= most) break;
  }
  return found;
}
