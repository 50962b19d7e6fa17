import { findHost } from '../src/real-time/find-host.ts';
import { rowOutput } from '../src/real-time/rows/row-output.ts';
import { scoreRows } from '../src/real-time/rows/score-rows.ts';
import type { PredictionOptions } from '../src/client/prediction-options.ts';
import { deploymentId } from './support/answers.ts';
import { scriptedRun } from './support/scripted-run.ts';

const deployment = {
  status: 200,
  json: { id: deploymentId, status: 'active', predictionEnvironment: { platform: 'datarobotServerless' } },
};
const answer = (...data: object[]) => ({ status: 200, json: { data } });
const forecast = (rowId: number, forecastDistance: number) => ({
  ...{ rowId, prediction: rowId * 10 + forecastDistance, forecastDistance },
});

async function score(rowCount: number, answers: readonly object[], options: PredictionOptions = {}) {
  const run = scriptedRun([deployment, ...answers] as never);
  const target = await findHost(run.context, { server: 'deployment', deploymentId });
  const rows = Array.from({ length: rowCount }, (_, at) => ({ at }));
  const outcomes = await scoreRows(run.context, target, { rows, options });
  run.transport.expectConsumed();
  return outcomes.map((outcome, rowId) => (outcome.ok ? rowOutput(outcome.output, rowId) : outcome.error));
}

test('predictions are paired by their row IDs, whatever their order', async () => {
  const given = answer(
    { rowId: 2, prediction: 'c' },
    { rowId: 0, prediction: 'a' },
    { rowId: 1, prediction: 'b' },
  );
  expect(await score(3, [given])).toMatchObject([
    { prediction: 'a', row: { at: 0 } },
    { prediction: 'b', row: { at: 1 } },
    { prediction: 'c', row: { at: 2 } },
  ]);
});

test.each([
  ['is missing', [{ rowId: 0 }]],
  ['comes twice', [{ rowId: 0 }, { rowId: 0 }]],
  ['is of no row', [{ rowId: 0 }, { rowId: 7 }]],
])('a prediction that %s makes all of them doubtful', async (_, data) => {
  const outcomes = await score(2, [answer(...data)]);
  expect(outcomes).toMatchObject([{ code: 'unexpected-answer' }, { code: 'unexpected-answer' }]);
});

test('of a time series, history has no prediction, which is said, and a row may have several', async () => {
  const given = answer(forecast(1, 1), forecast(2, 1), forecast(2, 2));
  const [history, one, several] = await score(3, [given], { forecastPoint: '2024-05-01T00:00:00' });
  expect(history).toEqual({ rowId: 0, row: { at: 0 }, note: expect.stringContaining('no prediction') });
  expect(one).toMatchObject({ prediction: 11, forecasts: undefined });
  expect(several).toMatchObject({ prediction: 21, forecasts: [{ prediction: 21 }, { prediction: 22 }] });
});

test('a time series shows by its answer, too', async () => {
  const [history, one] = await score(2, [answer(forecast(1, 1))]);
  expect(history).toHaveProperty('note');
  expect(one).toMatchObject({ prediction: 11, other: { forecastDistance: 1 } });
});

test('a forecast that belongs to no row makes all of them doubtful', async () => {
  const options = { forecastPoint: '2024-05-01T00:00:00' };
  expect(await score(1, [answer(forecast(4, 1))], options)).toMatchObject([{ code: 'unexpected-answer' }]);
});

test('a series is not searched for bad rows', async () => {
  const refused = { status: 422, json: { message: 'bad row' } };
  const options = { forecastPoint: '2024-05-01T00:00:00' };
  const outcomes = await score(3, [refused, deployment], options);
  expect(outcomes).toMatchObject([{ status: 422 }, { status: 422 }, { status: 422 }]);
});
