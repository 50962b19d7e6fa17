import { badRequest } from './errors.ts';
import type { Region } from './region.ts';

export interface PageQuery {
  readonly offset?: string;
  readonly limit?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly metadata: { readonly offset: number; readonly limit: number; readonly total: number };
}

const defaultLimit = 30;
const maxLimit = 100;
const smallPage = 2;
const tooMany = 3;

/** One page of a list that is given oldest first. @throws VendorError for numbers that are none */
export function pageOf<Item>(region: Region, oldestFirst: readonly Item[], query: PageQuery): Page<Item> {
  const { variants } = region.shared;
  const offset = wholeNumber('offset', query.offset, 0);
  const limit = wholeNumber('limit', query.limit, defaultLimit);
  const sorted = variants.has('order-oldest-first') ? oldestFirst : [...oldestFirst].reverse();
  const size = Math.min(limit, variants.has('small-pages') ? smallPage : maxLimit);
  const total = sorted.length + (variants.has('total-wrong') ? tooMany : 0);
  return { items: sorted.slice(offset, offset + size), metadata: { offset, limit: size, total } };
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) throw badRequest(`sandbox: ${name} must be a whole number.`);
  return Number(text);
}
