import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** An HTTP server of one test, on a free port of the loopback. */
export interface TestServer {
  readonly url: string;
  /** Requests whose headers arrived, in order. */
  readonly requests: readonly IncomingMessage[];
  /** Connections that are open now. */
  readonly connections: number;
  /** Reads whatever still comes, resolves when no connection is open, and throws after `withinMs`. */
  allClosed(withinMs: number): Promise<void>;
  /** Resolves when `count` requests have arrived, or throws after `withinMs`. */
  arrived(count: number, withinMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server whose every request is answered by `answer`; what that throws is a 500 with its message. */
export async function startTestServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    request.on('error', () => undefined); // A client that leaves is what many tests are about
    response.on('error', () => undefined);
    Promise.resolve()
      .then(() => answer(request, response))
      .catch((error: unknown) => {
        if (response.writableEnded || response.destroyed) return;
        if (!response.headersSent) response.statusCode = 500;
        response.end(String(error));
      });
  };
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 }, listener);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const until = async (what: string, withinMs: number, done: () => boolean) => {
    for (const endsAt = Date.now() + withinMs; !done(); await setTimeout(5)) {
      if (Date.now() > endsAt) throw new Error(`${what} within ${withinMs} ms.`);
    }
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get connections() {
      return sockets.size;
    },
    allClosed: (withinMs) =>
      until('The connections did not close', withinMs, () => {
        for (const request of requests) request.resume(); // A server that does not read does not hear the end
        return sockets.size === 0;
      }),
    arrived: (count, withinMs = 5_000) =>
      until(`${count} requests did not arrive`, withinMs, () => requests.length >= count),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A raw header as it stood in the request, however often: Node.js joins and renames in `headers`. */
export function rawHeader(request: IncomingMessage, name: string): string[] {
  return request.rawHeaders.filter(
    (_, at, all) => at % 2 === 1 && all[at - 1]?.toLowerCase() === name.toLowerCase(),
  );
}
