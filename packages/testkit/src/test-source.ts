import type { ByteRange } from '@modelferry/http';
import type { Source } from '@modelferry/upload';

export interface TestSourceOptions {
  readonly name?: string;
  readonly contentType?: string;
  /** Sizes of the chunks, in turn. @default everything in one chunk */
  readonly chunkBytes?: readonly number[];
  /** What the source says of its length. @default the truth; `null` says that it is unknown */
  readonly declaredLength?: number | null;
  /** @default true */
  readonly replayable?: boolean;
  /** Called before each chunk: can wait, fail or hang. */
  beforeChunk?(givenBytes: number): Promise<void> | void;
}

/** A source that counts how it is used. */
export interface TestSource extends Source {
  /** How often it was opened. */
  readonly opened: number;
  /** How many of the openings have ended, by reading all or by leaving early. */
  readonly closed: number;
  /** Bytes given in all. */
  readonly givenBytes: number;
}

/** A source over bytes in memory, in chunks of any size, that may lie about its length. */
export function testSource(bytes: Uint8Array, options: TestSourceOptions = {}): TestSource {
  return sourceOf(bytes.length, options, (start, end) => bytes.subarray(start, end));
}

/** A source of zeros that holds nothing in memory, for bodies larger than any socket's buffer. */
export function zerosSource(length: number, options: TestSourceOptions = {}): TestSource {
  const zeros = new Uint8Array(64 * 1024);
  const chunkBytes = options.chunkBytes ?? [zeros.length];
  return sourceOf(length, { ...options, chunkBytes }, (start, end) => zeros.subarray(0, end - start));
}

function sourceOf(
  actualLength: number,
  options: TestSourceOptions,
  slice: (start: number, end: number) => Uint8Array,
): TestSource {
  const { name = 'test.bin', contentType, declaredLength, replayable = true } = options;
  const count = { opened: 0, closed: 0, givenBytes: 0 };
  async function* open(range: ByteRange = { start: 0, end: actualLength }): AsyncGenerator<Uint8Array> {
    if (count.opened > 0 && !replayable) throw new Error('This source cannot be opened twice.');
    count.opened += 1;
    const sizes = options.chunkBytes ?? [Math.max(1, actualLength)];
    try {
      for (let at = range.start, turn = 0; at < range.end; turn++) {
        await options.beforeChunk?.(at - range.start);
        const end = Math.min(range.end, at + (sizes[turn % sizes.length] ?? 1));
        count.givenBytes += end - at;
        yield slice(at, end);
        at = end;
      }
    } finally {
      count.closed += 1;
    }
  }
  return {
    name,
    contentType,
    replayable,
    ranged: true,
    length: declaredLength === null ? undefined : (declaredLength ?? actualLength),
    open,
    get opened() {
      return count.opened;
    },
    get closed() {
      return count.closed;
    },
    get givenBytes() {
      return count.givenBytes;
    },
  };
}
