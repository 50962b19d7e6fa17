import fc from 'fast-check';
import { parsePairs } from '../src/parse-pairs.ts';

test.each([
  [
    'a=1\nb=\n\nc=x=y\n',
    [
      ['a', '1'],
      ['b', ''],
      ['c', 'x=y'],
    ],
  ],
  ['a=1<<2\n', [['a', '1<<2']]],
  [
    'a<<EOF\none\n\ntwo=2\nEOF\nb=1',
    [
      ['a', 'one\n\ntwo=2'],
      ['b', '1'],
    ],
  ],
  ['a<<=x\nv\n=x', [['a', 'v']]],
  ['a<<EOF\nEOF', [['a', '']]],
  ['a<<EOF\n EOF\nEOF', [['a', ' EOF']]],
  ['a=1\r\n', [['a', '1\r']]],
  ['\ufeffa=1', [['a', '1']]],
  ['', []],
])('%j is read', (text, pairs) => {
  expect(parsePairs(text)).toEqual({ pairs });
});

test.each([
  ['a=1\nnothing\nb=2', "Invalid format 'nothing'"],
  ['a=1\n<<EOF\nEOF', "Invalid format '<<EOF'. Neither the name nor the delimiter may be empty"],
  ['a=1\nx<<\n', "Invalid format 'x<<'. Neither the name nor the delimiter may be empty"],
  ['a=1\nx<<EOF\nvalue', "Invalid value. Matching delimiter not found 'EOF'"],
])('The fault in %j leaves what was read before', (text, fault) => {
  expect(parsePairs(text)).toEqual({ pairs: [['a', '1']], fault });
});

test('Any value comes back from between its delimiters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      fc.pre(!value.split('\n').includes('ghadelimiter'));
      expect(parsePairs(`n<<ghadelimiter\n${value}\nghadelimiter\n`)).toEqual({ pairs: [['n', value]] });
    }),
  );
});
