import type { Route } from './route.ts';

/** What stands in a request's first line and headers so that it takes its route. */
export interface OnTheWay {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A proxy that forwards is told the whole address, and who asks; everyone else only the path. */
export function onTheWay({ kind, proxy }: Route, { origin, pathname, search }: URL): OnTheWay {
  const path = pathname + search;
  if (kind !== 'forward') return { path, headers: {} };
  const { authorization } = proxy ?? {};
  return { path: origin + path, headers: authorization ? { 'proxy-authorization': authorization } : {} };
}
