import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Connection } from './connection-gate.ts';
import type { Network } from './network.ts';
import type { Route } from './route.ts';
import { keepAliveMs } from './transport-options.ts';

/** A connection for requests of node:http(s). */
export interface BulkConnection extends Connection {
  readonly agent: HttpAgent;
  readonly route: Route;
}

/** One that is made by the first request, and kept for those that follow. */
export function bulkConnection(network: Network, origin: string): BulkConnection {
  const route = network.route(origin);
  const closed = new AbortController();
  const options = { keepAlive: true, maxSockets: 1, timeout: keepAliveMs };
  const agent = route.target.isSecure ? new HttpsAgent(options) : new HttpAgent(options);
  agent.createConnection = (_, connected) => {
    network.dial(route, closed.signal).then(
      (socket) => connected?.(null, socket),
      (error: Error) => connected?.(error, undefined as never),
    );
    return undefined;
  };
  return {
    agent,
    route,
    close: () => {
      closed.abort();
      agent.destroy();
    },
  };
}
