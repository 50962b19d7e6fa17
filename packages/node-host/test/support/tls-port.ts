import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { SelfSigned } from './self-signed.ts';

/** A port of the loopback that ends the encryption for another. */
export interface TlsPort {
  readonly port: number;
  close(): Promise<void>;
}

/** Stands before a port that speaks in the clear. */
export async function tlsPort(behind: number, pair: SelfSigned): Promise<TlsPort> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer(pair, (near) => {
    const far = keep(connect(behind, '127.0.0.1'));
    keep(near).pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
