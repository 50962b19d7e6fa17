import { connect } from 'node:net';
import type { Transport } from '@modelferry/http';
import type { SelfSigned } from './self-signed.ts';
import { tlsPort, type TlsPort } from './tls-port.ts';

/** Lets a transport speak TLS to servers that do not: in front of each stands one that ends the encryption. */
export interface TlsFront {
  readonly transport: Transport;
  close(): Promise<void>;
}

export function tlsFront(transport: Transport, pair: SelfSigned): TlsFront {
  const fronts = new Map<string, Promise<TlsPort>>();
  return {
    transport: {
      async send(request) {
        const url = new URL(request.url);
        url.protocol = 'https:';
        if (await listens(url.port)) {
          const front = fronts.get(url.port) ?? tlsPort(Number(url.port), pair);
          fronts.set(url.port, front);
          url.port = String((await front).port);
        }
        return transport.send({ ...request, url: url.href });
      },
    },
    async close() {
      for (const front of fronts.values()) await (await front).close();
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
