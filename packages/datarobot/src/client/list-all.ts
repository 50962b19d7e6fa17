import type { Page, PageRequest } from './page.ts';

/** The longest page that is documented (3.3, 3.11). */
const pageLength = 100;

/**
 * Reads a list to its end, page by page, as far as the caller goes on. A page that holds nothing new ends it, whatever the
 * vendor says of more.
 */
export async function* listAll<Entry extends { readonly id: string }>(
  read: (request: Required<PageRequest>) => Promise<Page<Entry>>,
): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  for (let offset = 0; ;) {
    const { entries, more } = await read({ offset, limit: pageLength });
    const fresh = entries.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    yield* fresh;
    offset += entries.length;
    if (!more || fresh.length === 0) return;
  }
}
