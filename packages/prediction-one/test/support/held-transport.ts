import type { ResponseBody, Transport } from '@modelferry/http';
import type { FakeClock } from '@modelferry/testkit';

/** Keeps an auto clock still while a request is under way, so that no timeout overtakes a real answer. */
export function heldTransport(transport: Transport, clock: FakeClock): Transport {
  return {
    async send(request) {
      const release = clock.hold();
      try {
        const response = await transport.send(request);
        return { ...response, body: heldBody(response.body, release) };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

function heldBody(body: ResponseBody, release: () => void): ResponseBody {
  async function* chunks() {
    try {
      yield* body;
    } finally {
      release();
    }
  }
  return {
    [Symbol.asyncIterator]: chunks,
    cancel: () => {
      release();
      body.cancel();
    },
  };
}
