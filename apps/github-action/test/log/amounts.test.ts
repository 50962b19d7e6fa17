import { amountOf, timeOf } from '../../src/log/amounts.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [4_294_967_296, '4.3 GB'],
  [1.5e12, '1.5 TB'],
  [9e15, '9000.0 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(amountOf(bytes)).toBe(text);
});

test.each([
  [0, '0ms'],
  [850, '850ms'],
  [1_499, '1s'],
  [545_000, '9m 5s'],
  [720_000, '12m'],
  [749_000, '12m'],
  [7_920_000, '2h 12m'],
])('%d ms are %s', (ms, text) => {
  expect(timeOf(ms)).toBe(text);
});
