import type { Writable } from 'node:stream';

/** Resolves once the bytes have left: their buffer is free again. @throws when the request is destroyed before */
export const writeChunk = (outgoing: Writable, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    outgoing.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
