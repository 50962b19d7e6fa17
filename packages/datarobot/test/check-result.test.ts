import type { BatchJob } from '../src/index.ts';
import { checkResult } from '../src/batch/result/check-result.ts';
import { completed, job } from './support/answers.ts';

const check = (one: object, rows: number | undefined) => checkResult(one as BatchJob, rows);

test.each([
  ['all rows', completed(3), 3],
  ['failed rows in it', completed(3, { failedRows: 2 }), 5],
  ['failed rows left out', completed(3, { failedRows: 2 }), 3],
  ['no rows at all', completed(0), 0],
  ['a job that does not count its failures', completed(3, { failedRows: undefined }), 3],
])('is whole: %s', (_, one, rows) => {
  expect(check(one, rows)).toBeUndefined();
});

test.each([
  ['a row too few', completed(3), 2],
  ['a row too many', completed(3), 4],
  ['some of the failed rows', completed(3, { failedRows: 2 }), 4],
  ['nothing', completed(3), 0],
])('is not: %s', (_, one, rows) => {
  expect(() => check(one, rows)).toThrow(
    expect.objectContaining({
      code: 'source-mismatch',
      message: expect.stringContaining(`has ${rows} rows`),
    }),
  );
});

test.each(['ABORTED', 'FAILED', 'aborted'])(
  'a job that is %s after the last byte has no result',
  (status) => {
    expect(() => check(job(status, { logs: ['Too many errors'] }), 0)).toThrow(
      expect.objectContaining({ code: 'job-failed', message: expect.stringContaining('Too many errors') }),
    );
  },
);

test('a result of a job that still runs is not taken', () => {
  expect(() => check(job('RUNNING'), 3)).toThrow(expect.objectContaining({ code: 'source-mismatch' }));
});

test('what cannot be counted is told', () => {
  expect(check(completed(3), undefined)).toContain('quotes are not of the standard kind');
  expect(check(completed(3, { scoredRows: undefined }), 3)).toContain('does not tell how many');
  const series = { jobSpec: { timeseriesSettings: { type: 'forecast' } } };
  expect(check(completed(3, series), 21)).toContain('has 21 rows');
});
