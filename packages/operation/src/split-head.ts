/** The beginning of a stream, and the whole of it. */
export interface SplitHead {
  readonly head: Uint8Array;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Looks at a stream's first chunk that has bytes in it, and still gives all of it. */
export async function splitHead(chunks: AsyncIterable<Uint8Array>): Promise<SplitHead> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (!first.done && first.value.length === 0) first = await iterator.next();
  async function* whole() {
    try {
      for (let next = first; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: first.done ? new Uint8Array() : first.value.subarray(0, 16), body: whole() };
}
