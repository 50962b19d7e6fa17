import { getEventListeners } from 'node:events';
import { abortable } from '../src/index.ts';

test('gives what the promise gives, and leaves nothing on the signal', async () => {
  const { signal } = new AbortController();
  expect(await abortable(Promise.resolve(1), signal)).toBe(1);
  await expect(abortable(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test.each(['before', 'during'])(
  'ends with the reason of a stop that comes %s, whatever the promise does later',
  async (when) => {
    const abort = new AbortController();
    const reason = new Error('enough');
    if (when === 'before') abort.abort(reason);
    let fail: (error: Error) => void = () => undefined;
    const waited = abortable(new Promise((_, reject) => (fail = reject)), abort.signal);
    if (when === 'during') abort.abort(reason);
    await expect(waited).rejects.toBe(reason);
    fail(new Error('heard by nobody')); // An unhandled rejection would end the test run
    await new Promise((resolve) => setTimeout(resolve, 1));
  },
);
