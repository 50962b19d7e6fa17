import { once } from 'node:events';
import type { ClientRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a server may take to say that it wants the body, in milliseconds; the same as curl's. */
const patienceMs = 1_000;

/**
 * Resolves once a request has its connection and the server wants its body. A server that refuses does so before it is
 * sent anything: one that hangs up in the middle of a body often takes its answer along. One that does not know the
 * question gets the body after a second.
 * @param asks whether the request asks at all: else its connection is all that is waited for
 */
export async function invited(outgoing: ClientRequest, asks: boolean, signal: AbortSignal): Promise<void> {
  const asked = once(outgoing, 'continue', { signal });
  asked.catch(() => undefined);
  if (!outgoing.socket) await once(outgoing, 'socket', { signal });
  if (!asks) return;
  const patience = new AbortController();
  try {
    await Promise.race([asked, wait(patienceMs, undefined, { signal: patience.signal })]);
  } finally {
    patience.abort();
  }
}
