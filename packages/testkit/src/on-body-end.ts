import type { ResponseBody } from '@modelferry/http';

/** A body that tells when it was read, given up or cancelled, and, where that is wanted, what is read of it. */
export function onBodyEnd(
  body: ResponseBody,
  ended: () => void,
  onChunk?: (chunk: Uint8Array) => void,
): ResponseBody {
  async function* chunks() {
    try {
      for await (const chunk of body) {
        onChunk?.(chunk);
        yield chunk;
      }
    } finally {
      ended();
    }
  }
  const cancel = () => {
    ended();
    body.cancel();
  };
  return { [Symbol.asyncIterator]: chunks, cancel };
}
