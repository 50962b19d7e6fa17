import { isTransportError, type TransportResponse } from '@modelferry/http';

/** How much of an answer is held until it is whole, in bytes; one that is longer is passed on as it comes. */
const maxHeldBytes = 16 * 1024 * 1024;

/** Requests made for an answer that breaks off. */
const maxTries = 3;

/** An answer that has come whole, or is still coming because it is long. */
export interface AnswerAhead {
  readonly headers: TransportResponse['headers'];
  readonly body: AsyncIterable<Uint8Array>;
  /** To be called where nobody will read it. */
  cancel(): void;
}

/**
 * Reads an answer ahead of its use, so that one that breaks off can be asked for again.
 * @param replayable whether what it answers can be sent again
 */
export async function readAnswer(
  ask: () => Promise<TransportResponse>,
  replayable = true,
): Promise<AnswerAhead> {
  for (let attempt = 1; ; attempt++) {
    const { headers, body } = await ask();
    const chunks = body[Symbol.asyncIterator]();
    try {
      const { held, ended } = await hold(chunks);
      return { headers, body: ended ? given(held) : given(held, chunks), cancel: () => body.cancel() };
    } catch (error) {
      const passing = isTransportError(error) && (error.kind === 'timeout' || error.kind === 'network');
      if (!passing || !replayable || attempt >= maxTries) throw error;
    }
  }
}

async function hold(chunks: AsyncIterator<Uint8Array>) {
  const held: Uint8Array[] = [];
  for (let bytes = 0; bytes <= maxHeldBytes;) {
    const next = await chunks.next();
    if (next.done) return { held, ended: true };
    held.push(next.value);
    bytes += next.value.length;
  }
  return { held, ended: false };
}

async function* given(held: Uint8Array[], rest?: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = held.shift(); chunk; chunk = held.shift()) yield chunk;
    if (!rest) return;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}
