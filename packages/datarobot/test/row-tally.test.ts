import { csvTable } from '@modelferry/upload';
import fc from 'fast-check';
import { rowTally } from '../src/batch/result/row-tally.ts';
import type { BatchJob } from '../src/index.ts';
import { job } from './support/answers.ts';

const jobWith = (csvSettings?: object) =>
  ({ ...job('COMPLETED'), jobSpec: { csvSettings } }) as unknown as BatchJob;

const tally = (text: string, cuts: readonly number[], csvSettings?: object): number | undefined => {
  const rows = rowTally(jobWith(csvSettings));
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  for (const cut of cuts) {
    const next = Math.min(bytes.length, at + cut);
    rows?.see(bytes.subarray(at, next));
    at = next;
  }
  rows?.see(bytes.subarray(at));
  return rows?.total();
};

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('"', '""', 'a\nb', 'x\r\ny', ',', ';', '\t', '名前', '', ' '),
);
const cuts = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 50 });

test.each([
  ['the default', undefined, ','],
  ['a semicolon', { delimiter: ';' }, ';'],
  ['tab', { delimiter: 'tab', quotechar: '"' }, '\t'],
])('counts rows, whatever stands in them and wherever the bytes are cut: %s', (_, settings, delimiter) => {
  const tables = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 20 }));
  fc.assert(
    fc.property(tables, cuts, fc.boolean(), (rows, pieces, ended) => {
      const columns = (rows[0] ?? ['a']).map((_cell, at) => `column ${at}`);
      const table = csvTable(columns, rows, delimiter);
      expect(tally(ended ? table : table.slice(0, -2), pieces, settings)).toBe(rows.length);
    }),
  );
});

test('an empty result has no rows', () => {
  expect(tally('', [])).toBe(0);
});

test('quotes of another kind are not counted', () => {
  expect(tally("a\n'b\nc'\n", [], { quotechar: "'" })).toBeUndefined();
});
