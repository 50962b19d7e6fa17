import type { Writable } from 'node:stream';
import { abortable } from '@modelferry/http';

/**
 * Resolves once the bytes have left: their buffer is free again.
 * @throws the reason of `stopped`, though the bytes may still leave
 */
export function writeChunk(outgoing: Writable, bytes: Uint8Array, stopped: AbortSignal): Promise<void> {
  const left = new Promise<void>((resolve, reject) => {
    outgoing.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
  return abortable(left, stopped);
}
