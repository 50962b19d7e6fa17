import type { ResponseBody, Transport } from '@modelferry/http';
import type { FakeClock } from '@modelferry/testkit';

/** Long enough for what a server on this machine still had to say, in real milliseconds. */
const quietMs = 60;

/**
 * A real transport under an auto clock: time stands still while a request is under way, so that no timeout overtakes a
 * true answer, and goes on as soon as the server keeps still on purpose.
 * @param hangs whether it does, since so many milliseconds, on a request that was sent no earlier
 */
export function watchedTransport(
  transport: Transport,
  clock: FakeClock,
  hangs: (sentAtMs: number, quietMs: number) => boolean,
): Transport {
  return {
    async send(request) {
      const letGo = clock.hold();
      const sentAtMs = Date.now();
      let movedAtMs = sentAtMs;
      const watch = setInterval(() => {
        if (Date.now() - movedAtMs > quietMs && hangs(sentAtMs, quietMs)) release();
      }, 10);
      const release = () => {
        clearInterval(watch);
        letGo();
      };
      const onBytesTaken = (bytes: number) => {
        movedAtMs = Date.now();
        request.onBytesTaken?.(bytes);
      };
      try {
        const response = await transport.send({ ...request, onBytesTaken });
        return { ...response, body: releasing(response.body, release) };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

function releasing(body: ResponseBody, release: () => void): ResponseBody {
  async function* chunks() {
    try {
      yield* body;
    } finally {
      release();
    }
  }
  const cancel = () => {
    release();
    body.cancel();
  };
  return { [Symbol.asyncIterator]: chunks, cancel };
}
