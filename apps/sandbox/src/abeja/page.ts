import { pseudoRandom } from '../random.ts';
import { FieldError } from './errors.ts';
import type { AbejaVariants } from './variants.ts';

/** What a list is asked with. */
export type Query = Readonly<Record<string, string | undefined>>;

const smallPage = 2;
const cappedLimit = 5;

/** Whatever can be put away. */
interface Archivable {
  readonly archived: boolean;
}

/** In the order that lists have. */
export function inOrder<Item>(oldestFirst: readonly Item[], variants: AbejaVariants): readonly Item[] {
  if (variants.has('order-oldest-first')) return oldestFirst;
  if (!variants.has('order-shuffled')) return [...oldestFirst].reverse();
  const random = pseudoRandom(oldestFirst.length);
  return oldestFirst
    .map((item) => ({ item, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);
}

/** Without what is archived, unless it is asked for. @throws ApiError 400 for another word than the two */
export function unarchived<Item extends Archivable>(
  items: readonly Item[],
  { filter_archived: filter }: Query,
  variants: AbejaVariants,
): readonly Item[] {
  const usual = variants.has('archived-included-by-default') ? 'include_archived' : 'exclude_archived';
  if (filter !== undefined && filter !== 'include_archived' && filter !== 'exclude_archived')
    throw new FieldError('filter_archived', 'must be include_archived or exclude_archived');
  return (filter ?? usual) === 'include_archived' ? items : items.filter(({ archived }) => !archived);
}

/** The stretch of a list that was asked for. */
export interface Stretch<Item> {
  readonly items: readonly Item[];
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
}

/** @throws ApiError 400 for numbers that are none */
export function stretchOf<Item>(
  oldestFirst: readonly Item[],
  query: Query,
  usual: number,
  variants: AbejaVariants,
): Stretch<Item> {
  const offset = numberOf(query, 'offset', 0);
  const asked = numberOf(query, 'limit', usual);
  const capped = variants.has('limit-capped') ? Math.min(asked, cappedLimit) : asked;
  const limit = variants.has('small-pages') ? Math.min(capped, smallPage) : capped;
  const items = inOrder(oldestFirst, variants).slice(offset, offset + limit);
  return { items, limit, offset, total: oldestFirst.length };
}

/** The envelope that most lists come in. */
export function envelope<Item>(
  { items, ...facts }: Stretch<Item>,
  shown: (item: Item) => unknown,
  variants: AbejaVariants,
): Record<string, unknown> {
  return { entries: items.map(shown), ...(variants.has('no-total') ? {} : facts) };
}

function numberOf(query: Query, name: string, otherwise: number): number {
  const text = query[name];
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) throw new FieldError(name, 'must be a whole number');
  return Number(text);
}
