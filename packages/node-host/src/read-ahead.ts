import { PassThrough, type Readable } from 'node:stream';

/**
 * Reads what there is at once, as far as it fits into a buffer. An answer to a request that has not left whole is often
 * the last thing before the server hangs up, and the failure of the sending that follows would take along what was not
 * read yet; and an answer that has arrived leaves its connection to others, whether or not somebody reads it.
 */
export function readAhead(stream: Readable): AsyncIterable<unknown> {
  const kept = new PassThrough();
  let failure: unknown;
  stream.once('error', (error) => {
    failure = error;
    kept.end();
  });
  stream.pipe(kept);
  return {
    async *[Symbol.asyncIterator]() {
      try {
        yield* kept;
        if (failure) throw failure;
      } finally {
        stream.destroy();
      }
    },
  };
}
