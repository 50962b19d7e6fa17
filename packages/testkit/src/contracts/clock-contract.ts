import type { Clock } from '@modelferry/http';
import { getEventListeners } from 'node:events';

/** What every host's clock must do. Call it in a test file: it declares the tests. */
export function clockContract(title: string, create: () => Clock): void {
  describe(`${title} keeps the clock contract`, () => {
    test('tells the time of the machine', () => {
      expect(Math.abs(create().now() - Date.now())).toBeLessThan(1_000);
    });

    test('sleeps as long as it was asked to', async () => {
      const clock = create();
      const startedAt = performance.now();
      await clock.sleep(100);
      const sleptMs = performance.now() - startedAt;
      expect(sleptMs).toBeGreaterThan(95); // Timers of Node.js may fire up to a millisecond early
      expect(sleptMs).toBeLessThan(1_000);
    });

    test('wakes with the reason of the signal', async () => {
      const abort = new AbortController();
      const reason = new Error('enough');
      setTimeout(() => abort.abort(reason), 20);
      const startedAt = performance.now();
      await expect(create().sleep(60_000, abort.signal)).rejects.toBe(reason);
      expect(performance.now() - startedAt).toBeLessThan(1_000);
      await expect(create().sleep(60_000, abort.signal)).rejects.toBe(reason);
    });

    test('leaves nothing on the signal', async () => {
      const { signal } = new AbortController();
      await create().sleep(1, signal);
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    test('does not take a sleep of a month for none', async () => {
      const abort = new AbortController();
      setTimeout(() => abort.abort(new Error('still asleep')), 50);
      const monthMs = 31 * 24 * 60 * 60 * 1000; // More than a timer can hold in 31 bits
      await expect(create().sleep(monthMs, abort.signal)).rejects.toThrow('still asleep');
    });
  });
}
