import { documentedCallsContract } from '@modelferry/testkit';
import type { DataRobotClient } from '../src/index.ts';
import { completed, csv, linkless } from './support/answers.ts';
import { batchRows } from './documented-calls/batch-rows.ts';
import { catalogRows } from './documented-calls/catalog-rows.ts';
import { definitionRows } from './documented-calls/definition-rows.ts';
import { documentedEndpoints, notCalled, shapeOf } from './documented-calls/endpoints.ts';
import { platformRows } from './documented-calls/platform-rows.ts';
import { predictionRows } from './documented-calls/prediction-rows.ts';
import { retrainingRows } from './documented-calls/retraining-rows.ts';
import { page } from './documented-calls/row.ts';
import { apiToken, endpoint, scriptedRun } from './support/scripted-run.ts';

const rows = [
  ...platformRows,
  ...predictionRows,
  ...batchRows,
  ...definitionRows,
  ...catalogRows,
  ...retrainingRows,
];

documentedCallsContract<DataRobotClient>({
  rows,
  baseUrl: endpoint,
  headers: { authorization: `Bearer ${apiToken}`, 'user-agent': 'modelferry' },
  start: (answers) => scriptedRun(answers),
});

test('every endpoint that is documented has its row, or a reason why nothing of ours calls it', () => {
  const known = new Map(documentedEndpoints.map((path) => [shapeOf(path), path]));
  expect(known.size).toBe(documentedEndpoints.length);
  const called = new Set(rows.map(({ request }) => shapeOf(request)));
  expect([...called].filter((shape) => !known.has(shape))).toEqual([]);
  const missing = [...known].filter(([shape]) => !called.has(shape)).map(([, path]) => path);
  expect(missing.sort()).toEqual(Object.keys(notCalled).sort());
});

test('the longest silences are those of the vendor, and can be set', async () => {
  const steps = [{ status: 200, json: page }, { status: 202 }, { status: 200, text: 'a\n' }];
  const timeoutsOf = async (timeouts?: object) => {
    const { client, transport, abort } = scriptedRun(steps, { timeouts });
    await client.getDeployments({}, abort.signal);
    await client.putCsv({ job: linkless, source: csv() }, abort.signal);
    (await client.downloadScored(completed(), abort.signal)).body.cancel();
    return transport.requests.map(({ timeoutMs }) => timeoutMs);
  };
  expect(await timeoutsOf()).toEqual([60_000, 600_000, 660_000]);
  expect(await timeoutsOf({ uploadMs: 5_000 })).toEqual([60_000, 5_000, 660_000]);
});
