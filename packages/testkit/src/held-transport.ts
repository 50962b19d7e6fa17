import type { Transport } from '@modelferry/http';
import type { FakeClock } from './fake-clock.ts';
import { onBodyEnd } from './on-body-end.ts';

/**
 * Keeps an auto clock from jumping while a real transport is at work, from the request to the end of the answer's body: a
 * server on this machine takes real milliseconds, and no silence of a minute.
 */
export function heldTransport(transport: Transport, clock: FakeClock): Transport {
  return {
    send: async (request) => {
      const release = clock.hold();
      try {
        const response = await transport.send(request);
        return { ...response, body: onBodyEnd(response.body, release) };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
