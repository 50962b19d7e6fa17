import { fromText, type Field } from '../src/index.ts';

const field = (kind: Field['kind'], more: object = {}): Field =>
  ({ name: 'x', title: 'X', description: 'X', required: true, kind, ...more }) as Field;

test.each([
  ['flag', 'true', true],
  ['flag', ' Off ', false],
  ['flag', 'perhaps', 'perhaps'],
  ['count', '12', 12],
  ['count', '1e3', 1_000],
  ['count', '', ''],
  ['count', 'twelve', 'twelve'],
  ['number', '-0.5', -0.5],
  ['duration', '2h', 7_200_000],
  ['duration', 'later', 'later'],
  ['texts', 'a, b\nc,,', ['a', 'b', 'c']],
  ['text', '12', '12'],
  ['text', 12, '12'],
  ['reference', 20417, '20417'],
  ['choice', 'japan', 'japan'],
  ['flag', true, true],
] as const)('%s from %j is %j', (kind, given, expected) => {
  expect(fromText(field(kind), given)).toEqual(expected);
});
