import type { ResponseBody, Transport } from '@modelferry/http';

/** A transport that knows which of its requests are still under way. */
export interface CountingTransport extends Transport {
  /** Requests without an answer, and answers that were neither read to their end nor cancelled. */
  readonly open: number;
  /** Cancels the answers among them. */
  cancelAll(): void;
}

/** Watches what becomes of each request. */
export function countOpenAnswers(transport: Transport): CountingTransport {
  const open = new Map<object, ResponseBody | undefined>();
  return {
    get open() {
      return open.size;
    },
    cancelAll() {
      for (const body of open.values()) body?.cancel();
      open.clear();
    },
    async send(request) {
      const one = {};
      open.set(one, undefined);
      try {
        const response = await transport.send(request);
        open.set(one, response.body);
        return { ...response, body: watched(response.body, () => void open.delete(one)) };
      } catch (error) {
        open.delete(one);
        throw error;
      }
    },
  };
}

const watched = (body: ResponseBody, end: () => void): ResponseBody => ({
  async *[Symbol.asyncIterator]() {
    try {
      yield* body;
    } finally {
      end();
    }
  },
  cancel() {
    end();
    body.cancel();
  },
});
