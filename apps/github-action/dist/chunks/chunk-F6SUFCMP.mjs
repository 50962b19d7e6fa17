// packages/upload/src/watch-source.ts
function watchSource(source) {
  let failure;
  let givenBytes = 0;
  const watch = async (reading) => {
    try {
      return await reading;
    } catch (error) {
      failure ??= error;
      throw error;
    }
  };
  async function* chunks(iterable) {
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
      reader: reader && (async () => {
        const whole = await watch(reader.call(source));
        return {
          read: async (target, position) => {
            const got = await watch(whole.read(target, position));
            givenBytes = Math.max(givenBytes, position + got);
            return got;
          },
          close: () => whole.close()
        };
      })
    }
  };
}

export {
  watchSource
};
