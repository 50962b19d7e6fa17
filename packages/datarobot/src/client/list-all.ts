import type { Page, PageRequest } from './page.ts';

/** The longest page that is documented (3.3, 3.11). */
const pageLength = 100;

type ReadPage<Entry> = (request: Required<PageRequest>) => Promise<Page<Entry>>;

/**
 * Reads a list to its end, page by page, as far as the caller goes on. A page that holds nothing new ends it, whatever the
 * vendor says of more.
 * @param idOf @default the entry's `id`
 */
export function listAll<Entry extends { readonly id: string }>(read: ReadPage<Entry>): AsyncGenerator<Entry>;
export function listAll<Entry>(read: ReadPage<Entry>, idOf: (entry: Entry) => string): AsyncGenerator<Entry>;
export async function* listAll<Entry>(
  read: ReadPage<Entry>,
  idOf: (entry: Entry) => string = (entry) => (entry as { readonly id: string }).id,
): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  for (let offset = 0; ;) {
    const { entries, more } = await read({ offset, limit: pageLength });
    const fresh = entries.filter((entry) => !seen.has(idOf(entry)));
    for (const entry of fresh) seen.add(idOf(entry));
    yield* fresh;
    offset += entries.length;
    if (!more || fresh.length === 0) return;
  }
}
