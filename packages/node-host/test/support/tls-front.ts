import { connect, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { AddressInfo } from 'node:net';
import type { Transport } from '@modelferry/http';
import type { SelfSigned } from './self-signed.ts';

/** Lets a transport speak TLS to servers that do not: in front of each stands one that ends the encryption. */
export interface TlsFront {
  readonly transport: Transport;
  close(): Promise<void>;
}

export function tlsFront(transport: Transport, pair: SelfSigned): TlsFront {
  const fronts = new Map<string, Promise<Server>>();
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    return socket;
  };
  const start = (port: string) =>
    new Promise<Server>((resolve) => {
      const server = createServer(pair, (near) => {
        const far = keep(connect(Number(port), '127.0.0.1'));
        keep(near).pipe(far).pipe(near);
        near.on('close', () => far.destroy());
        far.on('close', () => near.destroy());
      });
      server.on('tlsClientError', () => undefined);
      server.listen(0, '127.0.0.1', () => resolve(server));
    });
  return {
    transport: {
      async send(request) {
        const url = new URL(request.url);
        url.protocol = 'https:';
        if (await listens(url.port)) {
          const front = fronts.get(url.port) ?? start(url.port);
          fronts.set(url.port, front);
          url.port = String(((await front).address() as AddressInfo).port);
        }
        return transport.send({ ...request, url: url.href });
      },
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      for (const front of fronts.values()) (await front).close();
    },
  };
}

const listens = (port: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
    socket.setTimeout(200, () => settle(false));
  });
