import fc from 'fast-check';
import { fromBase64, toBase64 } from '../src/client/base64.ts';
import { parseCsv } from '../src/client/parse-csv.ts';
import { columnError } from '../src/scoring/check-columns.ts';
import { inOrder } from '../src/scoring/in-order.ts';
import { recordsOf } from '../src/scoring/records-of.ts';
import { rowCsv } from '../src/scoring/row-csv.ts';

test('base64 gives back any text, as Node.js writes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const encoded = toBase64(text);
      expect(encoded).toBe(Buffer.from(text).toString('base64'));
      expect(fromBase64(encoded)).toBe(text.replace(/^\uFEFF/, ''));
    }),
  );
});

test('base64 takes texts longer than a call takes arguments', () => {
  const text = '長'.repeat(200_000);
  expect(fromBase64(toBase64(text))).toBe(text);
});

test('a row is read back as it was written, whatever is in it', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', '"', '\r\n', ' x ', ''));
  fc.assert(
    fc.property(
      fc.uniqueArray(
        cell.filter((name) => name !== ''),
        { minLength: 1 },
      ),
      fc.infiniteStream(cell),
      (names, values) => {
        const row = Object.fromEntries(names.map((name) => [name, values.next().value]));
        const { header, rows } = parseCsv(rowCsv(row));
        expect(header).toEqual(Object.keys(row));
        expect(rows).toEqual([Object.values(row)]);
      },
    ),
  );
});

test('values of other kinds than text are written plainly', () => {
  expect(rowCsv({ a: 1.5, b: true, c: null })).toBe('a,b,c\r\n1.5,true,\r\n');
});

test('a column that comes twice keeps both values', () => {
  expect(recordsOf({ header: ['p', 'p', 'q'], rows: [['1', '2']] })).toEqual([{ p: '1', p_2: '2', q: '' }]);
});

test('columns that are missing or unknown are named', () => {
  const expected = { names: new Set(['age', 'sex', 'bought']), optional: new Set(['bought']) };
  expect(columnError({ age: 1, sex: 'f' }, expected)).toBeUndefined();
  expect(columnError({ age: 1, Sex: 'f' }, expected)?.message).toMatch(/"sex" is missing.*no column "Sex"/);
});

test('work is done so many at a time, and its results keep their order', async () => {
  let running = 0;
  let most = 0;
  const results = await inOrder([30, 10, 20, 0, 5], 2, async (ms, index) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, ms));
    running -= 1;
    return index;
  });
  expect(results).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

test('nothing is begun after a failure', async () => {
  const begun: number[] = [];
  const work = inOrder([0, 1, 2, 3], 1, async (entry) => {
    begun.push(entry);
    if (entry === 1) throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(begun).toEqual([0, 1]);
});
