import type { ByteSource } from '@modelferry/http';

/** A source of which is known how far it was read, and whose own failure can be told from the transport's. */
export interface WatchedSource {
  readonly source: ByteSource;
  /** How far it was read, in bytes. What was not read cannot have been sent. */
  readonly givenBytes: number;
  /** The first thing that reading the source threw, if it did. */
  readonly failure: unknown;
}

/** Watches a source for one opening. What reading it throws is remembered: a transport may wrap it, or lose it. */
export function watchSource(source: ByteSource): WatchedSource {
  let failure: unknown;
  let givenBytes = 0;
  const watch = async <T>(reading: Promise<T>): Promise<T> => {
    try {
      return await reading;
    } catch (error) {
      failure ??= error;
      throw error;
    }
  };
  async function* chunks(iterable: AsyncIterable<Uint8Array>) {
    const iterator = iterable[Symbol.asyncIterator]();
    try {
      for (let next = await watch(iterator.next()); !next.done; next = await watch(iterator.next())) {
        givenBytes += next.value.length;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  const { reader } = source;
  return {
    get failure() {
      return failure;
    },
    get givenBytes() {
      return givenBytes;
    },
    source: {
      length: source.length,
      replayable: source.replayable,
      ranged: source.ranged,
      open: (range) => chunks(source.open(range)),
      reader:
        reader &&
        (async () => {
          const whole = await watch(reader.call(source));
          return {
            read: async (target, position) => {
              const got = await watch(whole.read(target, position));
              givenBytes = Math.max(givenBytes, position + got);
              return got;
            },
            close: () => whole.close(),
          };
        }),
    },
  };
}
