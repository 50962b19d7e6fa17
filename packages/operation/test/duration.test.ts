import fc from 'fast-check';
import { formatDuration, parseDuration } from '../src/index.ts';

test.each([
  [0, '0 ms'],
  [250, '250 ms'],
  [1_000, '1 s'],
  [90_000, '1 m 30 s'],
  [7_200_000, '2 h'],
  [93_784_000, '1 d 2 h 3 m 4 s'],
])('%d ms reads "%s"', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  ['2h', 7_200_000],
  ['1h 30m', 5_400_000],
  ['1h30m', 5_400_000],
  ['45', 45_000],
  ['0.5s', 500],
  ['250 ms', 250],
  [' 1 D ', 86_400_000],
])('"%s" is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', 'soon', '5 weeks', '-1s', '1h later', '1..5s'])('"%s" is no length of time', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('what is written in whole seconds is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds * 1_000))).toBe(seconds * 1_000);
    }),
  );
});
