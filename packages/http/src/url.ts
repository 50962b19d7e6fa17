/** Values of a query; an undefined one is left out, a list is repeated. */
export type Query = Readonly<Record<string, string | number | boolean | undefined | readonly string[]>>;

/**
 * Joins a base URL, a path and a query. A space becomes `%20`, never `+`. A `path` that is a whole URL stands alone.
 * @throws Error when the result is no http(s) URL
 */
export function buildUrl(baseUrl: string | undefined, path: string, query: Query = {}): string {
  const whole = /^https?:\/\//i.test(path)
    ? path
    : `${(baseUrl ?? '').replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) throw new Error('The URL must start with http:// or https://.');
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map(
      (one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`,
    ),
  );
  if (pairs.length === 0) return whole;
  return `${whole}${url.search ? '&' : '?'}${pairs.join('&')}`;
}

/** One segment of a path, from an ID of whatever kind: a slash in it stays inside the segment. */
export const pathSegment = (id: string | number): string => {
  const text = encodeURIComponent(String(id));
  return text === '.' || text === '..' ? text.replaceAll('.', '%2E') : text;
};
