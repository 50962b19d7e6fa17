import fc from 'fast-check';
import { csvField, csvRow, csvTable, delimiters, parseRows } from '../../src/index.ts';

test('quotes only what must be quoted', () => {
  expect(csvRow(['a', 1, true, null, undefined, 'b c', 'd,e', 'f"g', 'h\ni', ' j'])).toBe(
    'a,1,true,,,b c,"d,e","f""g","h\ni"," j"',
  );
  expect(csvField('a;b', ';')).toBe('"a;b"');
  expect(csvRow([''])).toBe('""');
});

test('what is written is read back', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', ' ', 'ä', '日', '\uFEFF') }),
  );
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  fc.assert(
    fc.property(table, fc.constantFrom(...delimiters), ([header = [], ...rows], delimiter) => {
      const parsed = parseRows(csvTable(header, rows, delimiter), delimiter);
      expect(parsed).toMatchObject({ rows: [header, ...rows], lastRowEnded: true, openQuote: false });
    }),
  );
});
