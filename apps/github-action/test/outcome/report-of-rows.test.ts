import { EngineError } from '@modelferry/http';
import type { OutgoingFile } from '@modelferry/upload';
import { reportOfRows } from '../../src/outcome/report-of-rows.ts';

const saved: OutgoingFile[] = [];
const save = async (file: OutgoingFile) => {
  saved.push(file);
  return {
    name: file.name,
    contentType: file.contentType,
    bytes: file.length ?? 0,
    location: `/t/${file.name}`,
  };
};
const bad = (n: number) => ({
  ok: false as const,
  error: new EngineError({ code: 'rejected', message: `Row refused (${n}).`, remedy: 'Mend it.' }),
});
const good = { ok: true as const, output: { prediction: { y: '1' } } };
const request = { doing: 'Predict rows', rows: [{ x: 1 }, { x: 2 }], facts: [], save, workspace: '/w' };

test('is a success where every row has a result', async () => {
  expect(await reportOfRows([good, good], request)).toMatchObject({
    outcome: 'succeeded',
    outputs: { 'result-path': '/t/predictions.csv', rows: '2', 'failed-rows': '0' },
  });
});

test('keeps the file also when rows failed, and names the first of them', async () => {
  const before = saved.length;
  const report = await reportOfRows([good, ...[1, 2, 3, 4, 5, 6, 7].map(bad)], request);
  expect(saved).toHaveLength(before + 1);
  expect(report).toMatchObject({
    outcome: 'failed',
    failure: '7 of 8 rows got no result.',
    outputs: { 'failed-rows': '7' },
    next: ['Mend it.'],
  });
  expect(report.details).toEqual([
    ...[1, 2, 3, 4, 5].map((n) => `Row ${n + 1}: Row refused (${n}).`),
    '2 more: see the column "error" of the file.',
  ]);
});
