import fc from 'fast-check';
import { retryAfterMs } from '../src/index.ts';

const nowMs = Date.parse('2027-01-15T08:00:00Z');
const read = (value: string) => retryAfterMs({ 'retry-after': value }, nowMs);

test.each([
  ['0', 0],
  ['7', 7_000],
  [' 7 ', 7_000],
  ['1.5', 1_500],
  ['99999999999', 99_999_999_999_000],
  ['Fri, 15 Jan 2027 08:00:30 GMT', 30_000],
  ['Friday, 15-Jan-27 08:00:30 GMT', 30_000],
  ['Fri Jan 15 08:00:30 2027', 30_000],
  ['Fri Jan  1 08:00:30 2027', 0],
  ['Fri, 15 Jan 2027 07:59:00 GMT', 0],
])('reads %j', (value, expected) => {
  expect(read(value)).toBe(expected);
});

test.each(['', ' ', '-1', '1e3', '0x10', 'soon', 'tomorrow 08:00', '2027-01-15T08:00:30Z', 'Infinity'])(
  'makes nothing of %j',
  (value) => {
    expect(read(value)).toBeUndefined();
  },
);

test('there is nothing to read without the header', () => {
  expect(retryAfterMs({}, nowMs)).toBeUndefined();
});

test('gives back any number of seconds, and any date to the second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (seconds) => {
      expect(read(String(seconds))).toBe(seconds * 1000);
      const date = new Date(nowMs + seconds * 1000);
      if (date.getUTCFullYear() < 10_000) expect(read(date.toUTCString())).toBe(seconds * 1000);
    }),
  );
});

test('is never negative and never NaN, whatever comes', () => {
  const text = fc.oneof(
    fc.string(),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(text, (value) => {
      const ms = read(value);
      expect(ms === undefined || ms >= 0).toBe(true);
    }),
  );
});
