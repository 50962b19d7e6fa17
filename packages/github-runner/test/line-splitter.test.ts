import fc from 'fast-check';
import { lineSplitter } from '../src/line-splitter.ts';

function split(chunks: readonly Buffer[]): readonly string[] {
  const splitter = lineSplitter();
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
}

test('Lines end at LF, CRLF and a lone CR', () => {
  expect(split([Buffer.from('a\nb\r\nc\rd\r\re\n\nf')])).toEqual(['a', 'b', 'c', 'd', '', 'e', '', 'f']);
});

test('A line is there as soon as its CR is', () => {
  const splitter = lineSplitter();
  expect(splitter.push(Buffer.from('10 %\r'))).toEqual(['10 %']);
  expect(splitter.push(Buffer.from('\nnext\r'))).toEqual(['next']);
  expect(splitter.end()).toEqual([]);
});

test('Where the chunks end makes no difference', () => {
  const text = fc.array(fc.constantFrom('\r', '\n', 'a', 'é', '日', '😀')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 4 }), (whole, size) => {
      const bytes = Buffer.from(whole);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(split(chunks)).toEqual(split([bytes]));
    }),
  );
});
