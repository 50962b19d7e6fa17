import { timeOf } from '../src/index.ts';

test.each([
  ['2018-05-17T12:43:59.322367Z', 1_526_561_039_322],
  ['2018-05-17T12:43:59', 1_526_561_039_000],
  ['2018-05-17T21:43:59.5+09:00', 1_526_561_039_500],
  ['2018-05-17', 1_526_515_200_000],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s', (shown, ms) => {
  expect(timeOf(shown)).toBe(ms);
});
