import fc from 'fast-check';
import { maskText } from '../src/index.ts';
import { createMasks } from '../src/masks.ts';

const secret = `s3cr"et'<&>/tok en`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['itself', secret],
  ['base64', base64(secret)],
  ['base64 from its second byte on', base64(secret.slice(1))],
  ['base64 from its third byte on', base64(secret.slice(2))],
  ['escaped quotes', secret.replaceAll('"', '\\"')],
  ['doubled quotes', secret.replaceAll("'", "''")],
  ['JSON', JSON.stringify(secret).slice(1, -1)],
  ['a URI', 's3cr%22et%27%3C%26%3E%2Ftok%20en'],
  ['XML', 's3cr&quot;et&apos;&lt;&amp;&gt;/tok en'],
])('A secret is masked as %s', (_form, text) => {
  expect(maskText(`<${text}>`, [secret])).toBe('<***>');
});

test('Long values are masked without their quotes too, short ones are not', () => {
  expect(maskText('abcdefg', ['"abcdefg"'])).toBe('***');
  expect(maskText('abcdef', ['"abcdef"'])).toBe('abcdef');
});

test('Each line of a secret is masked', () => {
  expect(maskText('one two', ['one\r\n  two  \n'])).toBe('*** ***');
  expect(maskText('one two', ['one\rtwo'])).toBe('*** ***');
});

test('Matches that overlap or touch become one', () => {
  expect(maskText('xabcabcx', ['abc'])).toBe('x***x');
  expect(maskText('xabcdex', ['abc', 'cde'])).toBe('x***x');
  expect(maskText('aaaaa', ['aaa'])).toBe('***');
  expect(maskText('abc abc', ['abc'])).toBe('*** ***');
});

test('Blank values mask nothing', () => {
  expect(maskText('a b', ['', ' '])).toBe('a b');
});

test('Masks added later hold from then on', () => {
  const masks = createMasks();
  expect([masks.mask('token'), masks.touches('token')]).toEqual(['token', false]);
  masks.add('token');
  expect([masks.mask('token'), masks.touches('a token')]).toEqual(['***', true]);
});

test('No secret is left in any text', () => {
  const text = fc
    .string({ minLength: 4, unit: 'grapheme-ascii' })
    .filter((value) => value.trim() !== '' && !value.includes('*'));
  fc.assert(
    fc.property(text, fc.string(), fc.string(), (value, before, after) => {
      expect(maskText(`${before}${value}${after}`, [value])).not.toContain(value);
    }),
  );
});
