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

it('counts all records of a long file and keeps some, the same ones for a seed', () => {
  const file = Buffer.from(`n\n${Array.from({ length: 20_000 }, (_unused, i) => i).join('\n')}\n`);
  const sample = (seed: number) => {
    const sampler = new RecordSampler(seed, 1000);
    for (let at = 0; at < file.length; at += 999) sampler.push(file.subarray(at, at + 999));
    return sampler.finish();
  };
  expect(sample(1)).toMatchObject({ header: 'n', recordCount: 20_000, overlong: false });
  expect(sample(1).records).toHaveLength(1000);
  expect(sample(1).records).toEqual(sample(1).records);
  expect(sample(2).records).not.toEqual(sample(1).records);
});

it('gives up on a record that never ends', () => {
  const sampler = new RecordSampler(1);
  sampler.push(Buffer.from('h\n"'));
  for (let count = 0; count < 20; count += 1) sampler.push(Buffer.alloc(100_000, 'x'));
  expect(sampler.finish()).toMatchObject({ overlong: true, records: [] });
});
