import { walkList } from '@modelferry/operation';
import type { Page, PageRequest } from './page.ts';

/** Asked for at a time; a vendor that gives fewer is followed by what it gave. */
const pageLength = 100;

/**
 * Reads a paged list, page by page. The vendor's order, page length and total are not relied upon (specification, Q19): an
 * empty page ends the list, and so does one that holds nothing new.
 */
export const listAll = <Entry>(
  read: (request: Required<PageRequest>) => Promise<Page<Entry>>,
  idOf: (entry: Entry) => string,
): AsyncGenerator<Entry> =>
  walkList(
    0,
    async (offset) => {
      const { entries, total } = await read({ offset, limit: pageLength });
      const next = offset + entries.length;
      const isLast = next >= (total ?? Infinity) && entries.length < pageLength;
      return { entries, next: isLast ? undefined : next };
    },
    idOf,
  );
