import fc from 'fast-check';
import { parseJson } from '../src/index.ts';

test.each([
  ['9007199254740991', 9_007_199_254_740_991],
  ['9007199254740993', '9007199254740993'],
  ['-12345678901234567890', '-12345678901234567890'],
  ['{"a":[12345678901234567890,1.5,1e3]}', { a: ['12345678901234567890', 1.5, 1_000] }],
  ['"12345678901234567890 \\" 12345678901234567890"', '12345678901234567890 " 12345678901234567890'],
  ['[1e30, 12345678901234567890]', [1e30, '12345678901234567890']],
  ['{"12345678901234567890": 12345678901234567891}', { '12345678901234567890': '12345678901234567891' }],
])('parseJson reads %s', (text, expected) => {
  expect(parseJson(text)).toEqual(expected);
});

test.each(['', '{', '{12345678901234567890: 1}', '[1,]', 'undefined'])('parseJson refuses %j', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});

test('parseJson is JSON.parse where no integer is too large', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value: unknown = JSON.parse(text);
      const large = /\d{16}/.test(text);
      if (!large) expect(parseJson(text)).toEqual(value);
    }),
  );
});

test('parseJson keeps the digits of any integer, and everything beside it', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.string(), (id, name) => {
      const text = `{"name":${JSON.stringify(name)},"id":${id},"after":[${id},1]}`;
      const kept = Number.isSafeInteger(Number(id)) ? Number(id) : String(id);
      expect(parseJson(text)).toEqual({ name, id: kept, after: [kept, 1] });
    }),
  );
});

test('parseJson reads a long text with a large integer in it', () => {
  const name = 'x\\n'.repeat(5_000_000);
  expect(parseJson(`{"name":"${name}","id":12345678901234567890}`)).toMatchObject({
    id: '12345678901234567890',
  });
});
