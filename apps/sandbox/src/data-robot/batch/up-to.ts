import { setTimeout as sleep } from 'node:timers/promises';

/** Long enough for what was given out to leave. */
const flushMs = 20;

/** The first bytes of a stream; then `atEnd` happens, and it ends. */
export async function* upTo(
  stream: AsyncIterable<Buffer>,
  bytes: number,
  atEnd: () => void,
): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of stream) {
    if (left > 0) yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) break;
  }
  await sleep(flushMs);
  atEnd();
}
