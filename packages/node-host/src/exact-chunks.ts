import { abortable, TransportError, type ByteSource } from '@modelferry/http';

/** A body that ended before or after the length it was declared with. */
export function lengthMismatch(declaredBytes: number, was: string, taken: 'none' | 'part'): TransportError {
  return new TransportError({
    kind: 'source-mismatch',
    message: `the body was declared with ${declaredBytes} bytes and has ${was}.`,
    remedy: 'Make sure that nothing writes to the input while it is sent, then try again.',
    bodyTaken: taken,
  });
}

/**
 * The chunks of a source for a transport that writes them as they come: counted, and held to the declared length. The
 * last chunk is only given once the source has ended, so that a wrong body is never a whole one for the server.
 * @param onTaken hears the total before each chunk leaves
 * @throws TransportError `source-mismatch` when the source gives fewer or more bytes than it declared
 * @throws the signal's reason, also when the source hangs
 */
export async function* exactChunks(
  source: ByteSource,
  signal: AbortSignal,
  onTaken: (totalBytes: number) => void,
): AsyncGenerator<Uint8Array, void> {
  const { length } = source;
  const iterator = source.open()[Symbol.asyncIterator]();
  let last: Uint8Array | undefined;
  let total = 0;
  let ended = false;
  try {
    for (;;) {
      const next = await abortable(iterator.next(), signal);
      if (next.done) break;
      const chunk = next.value;
      if (chunk.length === 0) continue;
      total += chunk.length;
      if (length !== undefined && total > length) {
        throw lengthMismatch(length, `at least ${total}`, last || total > chunk.length ? 'part' : 'none');
      }
      if (total === length) {
        // The source may fill its buffer anew while it looks for more, and `slice` of a Buffer copies nothing
        last = new Uint8Array(chunk);
        continue;
      }
      onTaken(total);
      yield chunk;
    }
    ended = true;
    if (length !== undefined && total < length) {
      throw lengthMismatch(length, String(total), total ? 'part' : 'none');
    }
    if (last) {
      onTaken(total);
      yield last;
    }
  } finally {
    // Not waited for: a source that hangs must not hold the request
    if (!ended) iterator.return?.().catch(() => undefined);
  }
}
