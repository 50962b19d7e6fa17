import type { Page, PageRequest } from './page.ts';

/** Asked for at a time; a vendor that gives fewer is followed by what it gave. */
const pageLength = 100;

/**
 * Reads a paged list, page by page. The vendor's order, page length and total are not relied upon (specification, Q19): an
 * empty page ends the list, and so does one that holds nothing new.
 */
export async function* listAll<Entry>(
  read: (request: Required<PageRequest>) => Promise<Page<Entry>>,
  idOf: (entry: Entry) => string,
): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  for (let offset = 0; ;) {
    const { entries, total } = await read({ offset, limit: pageLength });
    const fresh = entries.filter((entry) => !seen.has(idOf(entry)));
    for (const entry of fresh) seen.add(idOf(entry));
    yield* fresh;
    offset += entries.length;
    if (fresh.length === 0 || (offset >= (total ?? Infinity) && entries.length < pageLength)) return;
  }
}
