import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const channel = 'http.server.request.start';

/**
 * Listens for the presigned URLs that are used at a server of this process. Its own transcript hides them; here they are
 * needed in clear, to look for them everywhere else.
 */
export function signedQueries(origin: string): { seen(): readonly string[]; stop(): void } {
  const port = Number(new URL(origin).port);
  const queries = new Set<string>();
  const hear = (message: unknown) => {
    const { request } = message as { readonly request: IncomingMessage };
    if (request.socket.localPort !== port) return;
    const { search, searchParams } = new URL(request.url ?? '', origin);
    if (search !== '') queries.add(search.slice(1));
    for (const [name, value] of searchParams) if (/signature/i.test(name)) queries.add(value);
  };
  subscribe(channel, hear);
  return { seen: () => [...queries], stop: () => unsubscribe(channel, hear) };
}
