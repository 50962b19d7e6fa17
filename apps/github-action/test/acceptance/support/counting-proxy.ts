import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy that forwards requests in the clear and counts what it is asked. Tunnels lead nowhere. */
export interface CountingProxy {
  readonly address: string;
  /** Where requests in the clear went: host and port. */
  readonly forwarded: readonly string[];
  /** To where tunnels were asked for. */
  readonly tunnels: readonly string[];
  /** What it was told about who asks. */
  readonly credentials: ReadonlySet<string | undefined>;
  close(): Promise<void>;
}

/** The header by which a server knows that a request came through the proxy. */
export const viaProxy = { via: '1.1 counting-proxy' };

/** Starts a proxy on a free port of the loopback. */
export async function startCountingProxy(): Promise<CountingProxy> {
  const forwarded: string[] = [];
  const tunnels: string[] = [];
  const credentials = new Set<string | undefined>();
  const sockets = new Set<Socket>();
  const forward = (request: IncomingMessage, response: ServerResponse) => {
    const { host, hostname, port, pathname, search } = new URL(request.url ?? '');
    forwarded.push(host);
    const { 'proxy-authorization': who, ...headers } = request.headers;
    credentials.add(who);
    const onward = send(
      {
        hostname,
        port,
        path: pathname + search,
        method: request.method,
        headers: { ...headers, ...viaProxy },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
  const server = createServer(forward)
    .on('connect', (request: IncomingMessage, socket: Socket) => {
      tunnels.push(request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    })
    .on('connection', (socket: Socket) => {
      sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ forwarded, tunnels, credentials },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
