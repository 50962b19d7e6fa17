import type { ByteSource } from '@modelferry/http';

/** A source whose own failure can be told from the transport's. */
export interface WatchedSource {
  readonly source: ByteSource;
  /** The first thing that reading the source threw, if it did. */
  readonly failure: unknown;
}

/** Remembers what reading a source threw: a transport may wrap it, or see only a broken stream. */
export function watchSource(source: ByteSource): WatchedSource {
  let failure: unknown;
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
            read: (target, position) => watch(whole.read(target, position)),
            close: () => whole.close(),
          };
        }),
    },
  };
}
