import { vendorDateMs } from '../src/index.ts';

const march = Date.UTC(2027, 2, 31, 14, 59, 59);

test.each([
  ['2027-03-31T14:59:59Z', march],
  ['2027-03-31T23:59:59+09:00', march],
  ['2027-03-31T14:59:59.000Z', march],
  ['2027-03-31T14:59:59', march],
  ['2027-03-31 14:59:59', march],
  ['2027/03/31 14:59:59', march],
  ['2027/3/31 14:59', march - 59_000],
  ['2027/03/31', Date.UTC(2027, 2, 31)],
  ['2027-03-31', Date.UTC(2027, 2, 31)],
  [String(march / 1000), march],
  [String(march), march],
])('%s is read', (text, expected) => {
  expect(vendorDateMs(text)).toBe(expected);
});

test.each(['', 'never', '31.03.2027', '2027/02/31', '2027-13-01', '12', 'unlimited'])(
  '"%s" is not',
  (text) => {
    expect(vendorDateMs(text)).toBeUndefined();
  },
);
