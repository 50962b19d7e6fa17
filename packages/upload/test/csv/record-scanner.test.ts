import fc from 'fast-check';
import { RecordScanner } from '../../src/index.ts';
import { anyCsv, chunkSizes, chunksOf } from './arbitrary-csv.ts';
import { recordEnds } from './reference.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function allEnds(bytes: Uint8Array, sizes: readonly number[], delimiter = ',') {
  const scanner = new RecordScanner({ delimiter });
  const ends: number[] = [];
  let offset = 0;
  for (const chunk of chunksOf(bytes, sizes)) {
    for (let end = scanner.firstEnd(chunk); end !== undefined; end = scanner.firstEnd(chunk, end))
      ends.push(offset + end);
    offset += chunk.length;
  }
  return { ends, open: scanner.inQuotes };
}

test('finds the ends that the naive machine finds, in any text and any chunks', () => {
  fc.assert(
    fc.property(anyCsv, chunkSizes, fc.constantFrom(',', ';', '\t'), (bytes, sizes, delimiter) => {
      expect(allEnds(bytes, sizes, delimiter)).toEqual(recordEnds(bytes, delimiter));
    }),
    { numRuns: 1500 },
  );
});

test('keeps count of quotes when fed in large pieces', () => {
  fc.assert(
    fc.property(fc.array(anyCsv, { minLength: 3, maxLength: 8 }), fc.nat(3), (texts, shift) => {
      const bytes = new Uint8Array(Buffer.concat([Buffer.alloc(shift), ...texts])).subarray(shift);
      const scanner = new RecordScanner({ delimiter: ',' });
      scanner.feed(bytes);
      expect(scanner.inQuotes).toBe(recordEnds(bytes, ',').open);
      // What comes next is judged rightly too
      const more = encode('"\n');
      const longer = new Uint8Array(Buffer.concat([bytes, more]));
      scanner.feed(more);
      expect(scanner.inQuotes).toBe(recordEnds(longer, ',').open);
    }),
    { numRuns: 1500 },
  );
});

test('skips long stretches without quotes and still sees the quote after them', () => {
  for (let gap = 0; gap < 200; gap++) {
    const bytes = encode(`${'x'.repeat(gap)},"a\nb",5" c\n`);
    const scanner = new RecordScanner({ delimiter: ',' });
    expect(scanner.lastEnd(bytes)).toBe(bytes.length);
    expect(scanner.inQuotes).toBe(false);
    scanner.feed(bytes, 0, gap + 3);
    expect(scanner.inQuotes).toBe(true);
  }
});

test.each([
  ['a stray quote in an unquoted field', 'a,5" pipe\nb,1\n', [10, 14]],
  ['a quoted line end', 'a,"x\ny"\nb\n', [8, 10]],
  ['doubled quotes', '"a""\n""b"\nc\n', [10, 12]],
  ['an empty quoted field', '"",""\n', [6]],
  ['text after a closing quote', '"a"b"c\nd\n', [7, 9]],
  ['CRLF', 'a\r\n"b\r\n"\r\n', [3, 10]],
  ['a quote at the beginning of a line after a lone CR', 'a\r"b\n"\n', [7]],
])('%s', (_, text, ends) => {
  for (const size of [1, 2, 3, 4, 100]) expect(allEnds(encode(text), [size]).ends).toEqual(ends);
});

test('ends records with a lone CR where the table does', () => {
  const bytes = encode('a,b\r"1\r2",3\r');
  const scanner = new RecordScanner({ delimiter: ',', lineEnd: 'cr' });
  expect(scanner.firstEnd(bytes)).toBe(4);
  expect(scanner.firstEnd(bytes, 4)).toBe(12);
});

test('Shift_JIS: no later byte of a character is taken for anything else', () => {
  // Every two-byte character, in a field, between quotes and bare
  const ends: number[] = [];
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      if (trail === 0x7f) continue;
      bytes.push(lead, trail, 0x2c, 0x22, lead, trail, 0x22, 0x0a);
      ends.push(bytes.length);
    }
  }
  expect(allEnds(Uint8Array.from(bytes), [4096])).toEqual({ ends, open: false });
});
