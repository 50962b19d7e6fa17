import type { ByteSource, RandomReader, Transport } from '@modelferry/http';

/** Reads a source in order through the calls of random access, in whatever pieces the source gives. */
async function readerOf(source: ByteSource): Promise<RandomReader> {
  const iterator = source.open()[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  let at = 0;
  return {
    async read(target, position) {
      if (position !== at) throw new Error(`Read at ${position}, but the source stands at ${at}.`);
      while (rest.length === 0) {
        const next = await iterator.next();
        if (next.done) return 0;
        rest = next.value;
      }
      const part = rest.subarray(0, target.length);
      target.set(part);
      rest = rest.subarray(part.length);
      at += part.length;
      return part.length;
    },
    close: async () => void (await iterator.return?.()),
  };
}

/** Sends every body of known length through `bulk`, as if it lay in a file, and all else through `other`. */
export const bulkWherePossible = (bulk: Transport, other: Transport): Transport => ({
  send: (request) => {
    const { body } = request;
    if (body?.kind !== 'stream' || body.source.length === undefined) return other.send(request);
    const { source } = body;
    const { length, replayable, ranged } = source;
    const readable: ByteSource = {
      ...{ length, replayable, ranged },
      open: (range) => source.open(range),
      reader: () => readerOf(source),
    };
    return bulk.send({ ...request, body: { kind: 'stream', source: readable } });
  },
});
