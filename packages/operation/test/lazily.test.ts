import { lazily } from '../src/lazily.ts';

test('something is made when it is asked for first, and stays the same', () => {
  let made = 0;
  const list = lazily(() => [++made]);
  expect(made).toBe(0);
  expect([list(), list()]).toEqual([[1], [1]]);
  expect(list()).toBe(list());
});
