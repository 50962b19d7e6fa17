import { predictTable } from '../src/real-time/predict-table.ts';
import { csv, deploymentId } from './support/answers.ts';
import { endpoint, scriptedRun } from './support/scripted-run.ts';

const host = { kind: 'serverless', root: endpoint } as const;
const table = 'id,t\n1,"a\n名"\n2,b\n3,c\n';
const answer = (...ids: number[]) => ({
  status: 200,
  json: { data: ids.map((rowId) => ({ rowId, prediction: `p${rowId}` })) },
});

async function predict(answers: readonly object[]) {
  const run = scriptedRun(answers as never);
  const request = { host, deploymentId, rows: csv(table), partBytes: 17 };
  const rows: unknown[] = [];
  for await (const { rowId, prediction } of predictTable(run.client, request, run.abort.signal)) {
    rows.push([rowId, prediction]);
  }
  run.transport.expectConsumed();
  return { rows, bodies: run.transport.requests.map(({ text }) => text) };
}

test('a table is cut on the ends of records, and the predictions are joined in order', async () => {
  const { rows, bodies } = await predict([answer(0), answer(1, 0)]);
  expect(bodies).toEqual(['id,t\n1,"a\n名"\n', 'id,t\n2,b\n3,c\n']);
  expect(rows).toEqual([
    [0, 'p0'],
    [1, 'p0'],
    [2, 'p1'],
  ]);
});

test('a request that fails for a moment is sent again, with the same rows', async () => {
  const { bodies } = await predict([answer(0), { fail: 'network' }, answer(0, 1)]);
  expect(bodies[1]).toBe(bodies[2]);
});

test.each([
  ['comes twice in place of another', answer(0, 0)],
  ['of the last row is missing', answer(0)],
  ['is of no row', answer(0, 1, 2)],
])('a prediction that %s ends it', async (_, second) => {
  await expect(predict([answer(0), second])).rejects.toMatchObject({ code: 'unexpected-answer' });
});
