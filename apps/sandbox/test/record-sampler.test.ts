import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { RecordSampler } from '../src/tables/record-sampler.ts';

const cell = fc.oneof(
  fc.constantFrom('', 'a', '日本', '1.5'),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/\0/g, '')),
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

it('splits as a CSV parser does, however the bytes are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (rows, end, cuts) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end);
        const bytes = Buffer.from(text);
        const sampler = new RecordSampler(1);
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const step = cuts[turn % cuts.length] as number;
          sampler.push(bytes.subarray(at, at + step));
          at += step;
        }
        const { header, records, recordCount } = sampler.finish();
        const back = [header, ...records].map((record) => parse(Buffer.from(record, 'latin1').toString())[0]);
        expect(back).toEqual(rows);
        expect(recordCount).toBe(rows.length - 1);
      },
    ),
  );
});

it('keeps every record with the same chance, the same ones for a seed, in the file’s order', () => {
  const sample = (seed: number) => {
    const sampler = new RecordSampler(seed, 1000);
    sampler.push(Buffer.from(`n\n${Array.from({ length: 20_000 }, (_unused, i) => i).join('\n')}\n`));
    return sampler.finish();
  };
  const { records, recordCount } = sample(1);
  expect([records.length, recordCount]).toEqual([1000, 20_000]);
  const numbers = records.map(Number);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  const mean = numbers.reduce((sum, value) => sum + value, 0) / 1000;
  expect(Math.abs(mean - 10_000)).toBeLessThan(700);
  expect(sample(1).records).toEqual(records);
  expect(sample(2).records).not.toEqual(records);
});

it('keeps fewer records when they are long', () => {
  const sampler = new RecordSampler(1);
  const line = Buffer.from(`${'x'.repeat(100_000)}\n`);
  sampler.push(Buffer.from('h\n'));
  for (let count = 0; count < 1000; count += 1) sampler.push(line);
  const { records, recordCount } = sampler.finish();
  expect(recordCount).toBe(1000);
  expect(records.length * 100_000).toBeLessThan(34_000_000);
  expect(records.length).toBeGreaterThan(100);
});
