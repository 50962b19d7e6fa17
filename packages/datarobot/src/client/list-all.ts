import { walkList } from '@modelferry/operation';
import type { Page, PageRequest } from './page.ts';

/** The longest page that is documented (3.3, 3.11). */
const pageLength = 100;

type ReadPage<Entry> = (request: Required<PageRequest>) => Promise<Page<Entry>>;

/**
 * Reads a list to its end, page by page, as far as the caller goes on.
 * @param idOf @default the entry's `id`
 */
export function listAll<Entry extends { readonly id: string }>(read: ReadPage<Entry>): AsyncGenerator<Entry>;
export function listAll<Entry>(read: ReadPage<Entry>, idOf: (entry: Entry) => string): AsyncGenerator<Entry>;
export function listAll<Entry>(
  read: ReadPage<Entry>,
  idOf: (entry: Entry) => string = (entry) => (entry as { readonly id: string }).id,
): AsyncGenerator<Entry> {
  return walkList(
    0,
    async (offset) => {
      const { entries, more } = await read({ offset, limit: pageLength });
      return { entries, next: more ? offset + entries.length : undefined };
    },
    idOf,
  );
}
