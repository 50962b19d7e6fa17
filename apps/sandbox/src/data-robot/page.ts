import type { FastifyRequest } from 'fastify';
import { invalid } from './errors.ts';
import { apiRoot, linkTo } from './links.ts';
import type { Platform } from './platform.ts';

/** A page of a list, with links to its neighbours. */
export interface Page<Item> {
  readonly count: number;
  readonly totalCount: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly data: readonly Item[];
}

/** @throws ApiError 422 for numbers that are none */
export function pageOf<Item>(
  platform: Platform,
  request: FastifyRequest,
  items: readonly Item[],
  sizes: { readonly usual: number; readonly most?: number },
): Page<Item> {
  const url = new URL(request.url, 'http://sandbox');
  const offset = wholeNumber(url, 'offset', 0, 0);
  const asked = wholeNumber(url, 'limit', sizes.usual, 1);
  const most = sizes.most ?? Number.MAX_SAFE_INTEGER;
  if (asked > most && !platform.parts.variants.has('limit-over-100'))
    throw invalid(`'limit': value is greater than ${most}`);
  const limit = Math.min(asked, most);
  const path = `${url.pathname.slice(apiRoot.length)}/`.replace(/\/+/g, '/');
  const at = (start: number): string => {
    url.searchParams.set('offset', String(start));
    url.searchParams.set('limit', String(limit));
    return linkTo(platform, request, path, url.search);
  };
  const data = items.slice(offset, offset + limit);
  return {
    count: data.length,
    totalCount: items.length,
    next: offset + limit < items.length ? at(offset + limit) : null,
    previous: offset > 0 ? at(Math.max(0, offset - limit)) : null,
    data,
  };
}

function wholeNumber(url: URL, name: string, otherwise: number, least: number): number {
  const text = url.searchParams.get(name);
  if (text === null) return otherwise;
  if (!/^\d+$/.test(text) || Number(text) < least)
    throw invalid(`'${name}': value can't be converted to int`);
  return Number(text);
}
