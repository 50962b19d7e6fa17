import type { ResponseBody } from '@modelferry/http';
import { isNodeReadable } from '../streams/node-readable.ts';

const encoder = new TextEncoder();

/**
 * The body of an answer, as chunks. n8n gives a stream; a host that gives text or bytes instead is understood, too.
 * @param end called once, when the body was read to its end, broke or is no longer wanted
 */
export function answerBody(
  data: unknown,
  end: () => void,
  failureOf: (error: unknown) => unknown,
): ResponseBody {
  let ended = false;
  const endOnce = () => {
    if (!ended) end();
    ended = true;
  };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      if (isNodeReadable(data)) yield* data;
      else if (data instanceof Uint8Array) yield data;
      else if (typeof data === 'string' && data !== '') yield encoder.encode(data);
    } catch (error) {
      throw failureOf(error);
    } finally {
      endOnce();
    }
  }
  return { [Symbol.asyncIterator]: chunks, cancel: endOnce };
}
