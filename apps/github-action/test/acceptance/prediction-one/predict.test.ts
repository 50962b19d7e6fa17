import type { FaultRequest } from '@modelferry/sandbox';
import { readFile } from 'node:fs/promises';
import { errorOf } from '../support/error-of.ts';
import { onStage } from '../support/on-stage.ts';
import { publishedModel, rowsToScore, scoringAccess } from '../support/prediction-one.ts';
import { asked, countOf } from '../support/requests.ts';
import { csvOf, linesOf } from '../support/table.ts';

const refusal = (code: number, error: string, message: string): FaultRequest => ({
  kind: 'vendor-error',
  operation: 'inference',
  ...{ code, error, message },
});

test.concurrent(
  'a row that fails fails alone: the file is written whole, and the step fails',
  onStage(
    { faults: [{ ...refusal(4001030104, 'BAD_REQUEST', 'Invalid request (schema)'), skip: 1 }] },
    async ({ sandbox, run, file, files }) => {
      const { main, post } = await run('prediction-one/predict', {
        ...scoringAccess(sandbox),
        file: await file('rows.csv', rowsToScore(sandbox, 4)),
        concurrency: '1',
        'output-dir': 'out',
      });
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
      expect(main.outputs).toMatchObject({ rows: '4', 'failed-rows': '1', outcome: 'failed' });
      expect(errorOf(main)).toMatch(/^1 of 4 rows got no result\.\nRow 2: .*Invalid request/);
      expect(errorOf(main)).toMatch(/Check the row/);

      expect(await files()).toEqual(['out/predictions.csv', 'rows.csv']);
      const lines = linesOf(await readFile(main.outputs['result-path'] ?? '', 'utf8'));
      expect(lines).toHaveLength(4);
      expect(lines.map(({ error }) => error !== '')).toEqual([false, true, false, false]);
      expect(main.summary).toMatch(/^### ❌ Predict rows failed/);
      expect(main.summary).toContain('The beginning of `predictions.csv`');
      expect(post.outcome).toBe('success');
    },
  ),
);

test.concurrent.each([
  {
    title: 'a wrong prediction key',
    fault: refusal(4031030201, 'ACCESS_DENIED', 'Invalid API key'),
    says: /Invalid API key/,
    next: /Check the key/,
  },
  {
    title: 'a prediction API that is gone',
    fault: refusal(4001030101, 'NOT_FOUND_CLASSIFIER', 'Not found classifier in classifiers table'),
    says: /Not found classifier/,
    next: /still exists/,
  },
  {
    title: 'a wrong address of the prediction API',
    fault: refusal(4031030201, 'ACCESS_DENIED', 'Invalid classifier id'),
    says: /Invalid classifier id/,
    next: /still exists/,
  },
  {
    title: 'a machine that is not let in',
    fault: { kind: 'ip-denied' } as const,
    says: /Not allowed source ip/,
    next: /access rules/,
  },
  {
    title: 'a prediction API that does not run',
    fault: refusal(5031030101, 'SERVICE_UNAVAILABLE_ERROR', 'status is not running (status: stopped)'),
    says: /status is not running/,
    next: /Start the prediction API/,
  },
])('$title concerns all rows: none is sent after the first', ({ fault, says, next }) =>
  onStage({ faults: [fault] }, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/predict', {
      ...scoringAccess(sandbox),
      file: await file('rows.csv', rowsToScore(sandbox, 6)),
      concurrency: '1',
    });
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(main.outputs).toMatchObject({ rows: '6', 'failed-rows': '6', outcome: 'failed' });
    expect(errorOf(main)).toMatch(says);
    expect(errorOf(main)).toMatch(next);
    expect(asked(sandbox)).toEqual(['inference']);
  })(),
);

test.concurrent(
  'a trial that is used up is told as what it is',
  onStage({ variants: ['trial-exhausted'] }, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/predict', {
      ...scoringAccess(sandbox),
      file: await file('rows.csv', rowsToScore(sandbox, 2)),
      concurrency: '1',
    });
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { 'failed-rows': '2' } });
    expect(countOf(sandbox, 'inference')).toBe(1);
  }),
);

test.concurrent(
  'passing faults are overcome, each row with one repeat',
  onStage(
    {
      faults: [
        { kind: 'http-500-once', operation: 'inference' },
        { kind: 'retry-after-seconds', operation: 'inference', skip: 2 },
      ],
    },
    async ({ sandbox, run, file }) => {
      const { main } = await run('prediction-one/predict', {
        ...scoringAccess(sandbox),
        file: await file('rows.csv', rowsToScore(sandbox, 3)),
        concurrency: '1',
      });
      expect(main).toMatchObject({ outcome: 'success', outputs: { rows: '3', 'failed-rows': '0' } });
      expect(countOf(sandbox, 'inference')).toBe(5);
    },
  ),
);

test.concurrent(
  'finds the prediction API by its ID, with a deploy key in place of the others',
  onStage({}, async ({ sandbox, run, file }) => {
    const { 'management-url': url } = scoringAccess(sandbox);
    const { main } = await run('prediction-one/predict', {
      'management-url': url,
      'deploy-key': sandbox.describe().predictionOne.japan.credentials.deployKey,
      'prediction-api-from': 'list',
      'classifier-id': publishedModel(sandbox).classifierId,
      file: await file('rows.csv', rowsToScore(sandbox, 2)),
      reasons: 'true',
    });
    expect(main).toMatchObject({ outcome: 'success', outputs: { rows: '2', 'failed-rows': '0' } });
    expect(asked(sandbox)[0]).toBe('getClassifiers');
  }),
);

test.concurrent(
  'columns, signs and languages come back as they were sent',
  onStage({}, async ({ sandbox, run, file }) => {
    const odd = linesOf(rowsToScore(sandbox, 2)).map((line, index) => ({
      ...line,
      Name: ['トヨタ "カローラ", 1.6', '=cmd|calc!A1\nzweite Zeile'][index] ?? '',
      error: `own ${index}`,
    }));
    const { main } = await run('prediction-one/predict', {
      ...scoringAccess(sandbox),
      file: await file('データ.csv', `\ufeff${csvOf(odd)}`),
    });
    expect(main).toMatchObject({ outcome: 'success', outputs: { rows: '2' } });
    const lines = linesOf(await readFile(main.outputs['result-path'] ?? '', 'utf8'));
    expect(lines).toMatchObject(odd);
  }),
);
