import { InputError } from './errors/input-error.ts';

/** Values of a query; an undefined one is left out, a list is repeated. */
export type Query = Readonly<Record<string, string | number | boolean | undefined | readonly string[]>>;

/** As `encodeURIComponent`, which has no answer to half a surrogate pair. */
export const encodeText = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

const split = (url: string): { address: string; search: string } => {
  const address = url.replace(/[?#].*$/s, '');
  return { address, search: url.slice(address.length).replace(/#.*$/s, '') };
};

/**
 * Joins a base URL, a path and a query. A space becomes `%20`, never `+`. A `path` that is a whole URL stands alone.
 * @throws InputError when the result is no http(s) URL, or the base URL has a query
 */
export function buildUrl(baseUrl: string | undefined, path: string, query: Query = {}): string {
  const base = /^https?:\/\//i.test(path) ? undefined : split((baseUrl ?? '').trim());
  if (base?.search) throw refused('must have no query (nothing after a question mark)');
  const { address, search } = split(path);
  const whole = base ? `${base.address.replace(/\/+$/, '')}/${address.replace(/^\/+/, '')}` : address;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) {
    throw refused('must be a whole URL that starts with https:// or http://');
  }
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map(
      (one) => `${encodeText(name)}=${encodeText(String(one))}`,
    ),
  );
  if (pairs.length === 0) return whole + search;
  return `${whole}${search ? `${search}&` : '?'}${pairs.join('&')}`;
}

const refused = (problem: string): InputError =>
  new InputError([
    { field: 'baseUrl', problem, remedy: 'Copy the base URL from the vendor, or leave it empty.' },
  ]);

/**
 * One segment of a path, from an ID of whatever kind: a slash in it stays inside the segment.
 * @throws InputError for an empty ID and for `.` and `..`, with which the URL would name something else
 */
export const pathSegment = (id: string | number): string => {
  const text = encodeText(String(id));
  // Writing a dot as %2E does not help: the URL standard takes that for a dot too
  if (text === '') throw new InputError([{ field: 'id', problem: 'must not be empty' }]);
  if (text === '.' || text === '..') throw new InputError([{ field: 'id', problem: `"${text}" is no ID` }]);
  return text;
};
