import { wordsOf } from '../src/index.ts';

test.each([
  [{ a: 'is required', b: { c: ['too long', 'twice'] } }, 'a: is required; b: c: too long; twice'],
  [['one', null, '', { b: 2 }], 'one; b: 2'],
  [{ a: {}, b: [] }, ''],
  [{ a: { b: { c: { d: { e: 'too deep' } } } } }, ''],
  [false, 'false'],
])('%j says %j', (value, words) => expect(wordsOf(value)).toBe(words));
