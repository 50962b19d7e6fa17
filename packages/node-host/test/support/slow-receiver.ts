import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { SelfSigned } from './self-signed.ts';

export interface Received {
  readonly bytes: number;
  readonly crc: number;
}

/** Takes bodies in pieces of odd sizes, with pauses, and answers with their length and CRC-32. */
export interface SlowReceiver {
  readonly url: string;
  close(): Promise<void>;
}

export async function slowReceiver(random: () => number, tls?: SelfSigned): Promise<SlowReceiver> {
  const take = async (request: IncomingMessage): Promise<Received> => {
    let [bytes, crc] = [0, 0];
    let nextPauseAt = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      if (bytes < nextPauseAt) continue;
      // Long enough for every buffer on the way to fill, so that writes end in the middle of a block
      await wait(random() * 30);
      nextPauseAt = bytes + random() * 3_000_000;
    }
    return { bytes, crc };
  };
  const sockets = new Set<Socket>();
  const server = tls
    ? createHttpsServer({ ...tls, highWaterMark: 1 })
    : createHttpServer({ highWaterMark: 1 });
  server.on('request', (request: IncomingMessage, response) => {
    take(request).then(
      (received) => response.end(JSON.stringify(received)),
      () => undefined,
    );
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
