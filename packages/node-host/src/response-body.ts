import type { Readable } from 'node:stream';
import type { ResponseBody, ResponseHeaders, TransportError } from '@modelferry/http';
import { readAhead } from './read-ahead.ts';

/** Up to this length, in bytes, an unwanted body is read away: cheaper than a new connection. */
const drainBytes = 16 * 1024;
/** How long an unwanted body may take to arrive, in milliseconds, before its connection is closed after all. */
const drainMs = 1_000;

/**
 * An answer's body over a stream of Node.js.
 * @param reusable whether the connection is worth keeping, the request having left whole
 * @param explain turns a failure of the stream into the transport's error
 * @param chunks what is given to whoever reads
 */
export function responseBody(
  stream: Readable,
  headers: ResponseHeaders,
  reusable: () => boolean,
  explain: (error: unknown) => TransportError,
  chunks: AsyncIterable<unknown> = reusable() ? stream : readAhead(stream),
): ResponseBody {
  stream.on('error', () => undefined); // Told to whoever reads; an unread body may break in silence
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for await (const chunk of chunks) yield chunk as Uint8Array;
      } catch (error) {
        throw explain(error);
      }
    },
    cancel() {
      if (stream.destroyed || stream.readableEnded) return;
      const { 'content-length': length } = headers;
      if (!reusable() || length === undefined || Number(length) > drainBytes) {
        stream.destroy();
        return;
      }
      const timer = setTimeout(() => stream.destroy(), drainMs).unref();
      stream.once('close', () => clearTimeout(timer)).resume();
    },
  };
}
