import type { Transport } from '@modelferry/http';
import type { FakeClock } from './fake-clock.ts';

/**
 * Keeps an auto clock from jumping while a real transport is at work, from the request to the end of the answer's body: a
 * server on this machine takes real milliseconds, and no silence of a minute.
 */
export function heldTransport(transport: Transport, clock: FakeClock): Transport {
  return {
    send: async (request) => {
      const release = clock.hold();
      try {
        const { status, headers, body } = await transport.send(request);
        async function* read(): AsyncGenerator<Uint8Array> {
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
        return { status, headers, body: { [Symbol.asyncIterator]: read, cancel } };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
