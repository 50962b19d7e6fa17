import { abortable } from '@modelferry/http';

/** A piece of a body, cut by count alone: in whatever chunks the body came, its blocks are the same. */
export interface Block {
  readonly bytes: Uint8Array;
  /** The block before this one; empty for the first. */
  readonly before: Uint8Array;
  readonly last: boolean;
}

/**
 * Cuts a body into blocks of one size, of which only the last is shorter; there is always a last one, though it may be
 * empty. What lies whole in a chunk is not copied, so chunks must not be written to again.
 * @throws the signal's reason, also when the body hangs
 */
export async function* fullBlocks(
  chunks: AsyncIterable<Uint8Array>,
  blockBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Block, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  let before: Uint8Array = new Uint8Array();
  let full: Uint8Array | undefined; // The last one, should nothing follow
  let filling: Uint8Array | undefined;
  let filled = 0;
  let ended = false;
  try {
    for (;;) {
      const next = await abortable(iterator.next(), signal);
      if (next.done) break;
      for (let rest = next.value; rest.length > 0;) {
        if (full) {
          yield { bytes: full, before, last: false };
          [before, full] = [full, undefined];
        }
        const part = rest.subarray(0, blockBytes - filled);
        rest = rest.subarray(part.length);
        if (part.length === blockBytes) {
          full = part;
          continue;
        }
        filling ??= Buffer.allocUnsafeSlow(blockBytes);
        filling.set(part, filled);
        filled += part.length;
        if (filled === blockBytes) [full, filling, filled] = [filling, undefined, 0];
      }
    }
    ended = true;
    yield { bytes: full ?? filling?.subarray(0, filled) ?? new Uint8Array(), before, last: true };
  } finally {
    // Not waited for: a body that hangs must not hold whoever wanted it
    if (!ended) iterator.return?.().catch(() => undefined);
  }
}
