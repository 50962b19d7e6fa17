import { buildUrl, InputError, type Query } from '@modelferry/http';

/** Longest request line, in bytes. Source: section 5.1. */
export const maxRequestLineBytes = 8_192;

/** A query that fits, and what was changed for it. */
export interface FittedQuery {
  readonly query: Query;
  /** All columns come back; these are the ones that were wanted. */
  readonly keepOnly?: readonly string[];
}

/**
 * Makes a query fit into the request line: too many names of columns to pass through become all columns, of which the
 * caller keeps those that were named.
 * @throws InputError where even that does not fit
 */
export function fitRequestLine(url: string, query: Query): FittedQuery {
  if (requestLineBytes(url, query) <= maxRequestLineBytes) return { query };
  const { passthroughColumns, ...rest } = query;
  const shorter: Query = { ...rest, passthroughColumnsSet: 'all' };
  if (Array.isArray(passthroughColumns) && requestLineBytes(url, shorter) <= maxRequestLineBytes) {
    return { query: shorter, keepOnly: passthroughColumns };
  }
  throw new InputError([
    {
      field: 'options',
      problem: `make a request line of more than ${maxRequestLineBytes} bytes`,
      remedy: 'Name fewer classes or columns.',
    },
  ]);
}

/** `POST /path?query HTTP/1.1` and its line end; a URL that was built is ASCII. */
function requestLineBytes(url: string, query: Query): number {
  const { pathname, search } = new URL(buildUrl(undefined, url, query));
  return `POST ${pathname}${search} HTTP/1.1\r\n`.length;
}
