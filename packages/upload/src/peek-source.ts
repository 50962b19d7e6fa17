import { joinBytes } from './join-bytes.ts';
import type { Source } from './source.ts';

/** The beginning of a source, and a source that still has all of it. */
export interface Peeked {
  readonly head: Uint8Array;
  /** Whether `head` is everything. */
  readonly ended: boolean;
  /** The whole. Send this one: of a source that opens only once, the beginning has already been taken. */
  readonly source: Source;
}

/**
 * Looks at the beginning of a source. One that can be opened again stays as it is; of one that cannot, the bytes that
 * were read are given again before the rest.
 * @param maxBytes no further chunk is asked for once there are so many
 * @param enough called with each chunk; ends the reading earlier
 */
export async function peekSource(
  source: Source,
  maxBytes: number,
  enough: (chunk: Uint8Array) => boolean = () => false,
): Promise<Peeked> {
  const chunks = source.open()[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let ended = false;
  for (let satisfied = maxBytes <= 0; !satisfied;) {
    const next = await chunks.next();
    ended = next.done === true;
    if (next.done) break;
    pieces.push(next.value);
    bytes += next.value.length;
    satisfied = enough(next.value) || bytes >= maxBytes;
  }
  const head = joinBytes(pieces);
  if (!source.replayable) return { head, ended, source: glued(source, head, chunks) };
  if (!ended) await chunks.return?.();
  return { head, ended, source };
}

function glued(source: Source, head: Uint8Array, rest: AsyncIterator<Uint8Array>): Source {
  return {
    name: source.name,
    contentType: source.contentType,
    length: source.length,
    replayable: false,
    ranged: false,
    async *open() {
      try {
        if (head.length > 0) yield head;
        for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
      } finally {
        await rest.return?.();
      }
    },
  };
}
