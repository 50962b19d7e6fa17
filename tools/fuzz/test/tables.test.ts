import { collectBytes, testSource } from '@modelferry/testkit';
import { csvTable, parseRows, planTableParts } from '@modelferry/upload';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { strangeTexts } from '../src/strange-texts.ts';

// A reader that shares no code with ours: what both read is what stands there

const cell = fc.oneof(
  fc.constantFrom(
    ...strangeTexts.filter(({ length }) => length < 100),
    '"',
    '""',
    'a"b',
    '"a"',
    ',',
    ';',
    '\r\n',
    '\n',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Cells as rows of the same length, the first of them the header. */
const anyTable = fc
  .integer({ min: 2, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 25 }),
  );

/** Half of a pair of letters has no bytes. */
const wellFormed = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row) => row.map((value) => value.toWellFormed().replaceAll('\ufeff', '')));

const readIndependently = (text: string): string[][] =>
  parse(text, { relax_column_count: true, skip_empty_lines: false }) as string[][];

test('a table that we write is read by others as it was meant', () => {
  fc.assert(
    fc.property(anyTable, (rows) => {
      const table = wellFormed(rows);
      const [header = [], ...records] = table;
      fc.pre(new Set(header).size === header.length && header.every((name) => name !== ''));
      const text = csvTable(header, records);
      expect(readIndependently(text)).toEqual(table);
      expect(parseRows(text, ',').rows).toEqual(table);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('the parts that a table is cut into hold its rows, each once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyTable,
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom('\n', '\r\n'),
      async (rows, more, lineEnd) => {
        const table = wellFormed(rows);
        const lines = table.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','));
        const bytes = new TextEncoder().encode(`${lines.join(lineEnd)}${lineEnd}`);
        const longest = Math.max(...lines.map((line) => Buffer.byteLength(line))) + lineEnd.length;
        const partBytes = Buffer.byteLength(`${lines[0]}${lineEnd}`) + longest + more;
        const [header, ...records] = table;
        const found: string[][] = [];
        for await (const part of planTableParts(testSource(bytes, { name: 'a.csv' }), {
          partBytes,
          delimiter: ',',
        })) {
          const [first, ...rest] = readIndependently(
            Buffer.from(await collectBytes(part.source.open())).toString('utf8'),
          );
          expect(first).toEqual(header);
          found.push(...rest);
          part.release();
        }
        expect(found).toEqual(records);
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

test('no text, however broken, takes long or gets the better of the reader', () => {
  for (const piece of ['"', '""', ',', '\n', '"\n', '",', '"a"b', '\r', 'a,"', ' "'])
    for (const delimiter of [',', ';', '\t']) {
      const startedAt = performance.now();
      const { chars } = parseRows(piece.repeat(50_000), delimiter);
      expect(chars).toBe(piece.length * 50_000);
      expect(performance.now() - startedAt).toBeLessThan(1_000);
    }
});
