import { settledSoon } from '../../src/run/settled-soon.ts';

const never = new Promise<string>(() => undefined);
const stop = new Error('stop');

test('gives what the work gives, also when the signal comes first and the work ends soon', async () => {
  const controller = new AbortController();
  await expect(settledSoon(Promise.resolve('done'), controller.signal)).resolves.toBe('done');
  controller.abort(stop);
  await expect(settledSoon(Promise.resolve('done'), controller.signal)).resolves.toBe('done');
  await expect(settledSoon(Promise.reject(new Error('own')), controller.signal)).rejects.toThrow('own');
});

test('work that hangs is left behind a moment after the signal', async () => {
  const controller = new AbortController();
  const soon = settledSoon(never, controller.signal);
  controller.abort(stop);
  await expect(soon).rejects.toBe(stop);
});
