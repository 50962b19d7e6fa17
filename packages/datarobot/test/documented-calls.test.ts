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

test.each(rows)('$call', async ({ send, answer, request, json, parts, headers, ...row }) => {
  const { client, transport, abort } = scriptedRun([answer as never]);
  const given = await send(client, abort.signal);
  transport.expectConsumed();
  const [sent] = transport.requests;
  expect(`${sent?.method} ${sent?.url.replace(endpoint, '')}`).toBe(request);
  if (json !== undefined) expect(sent?.json).toEqual(json);
  if (parts !== undefined) {
    const texts = sent?.parts?.map(({ name, fileName, contentType, bytes }) => [
      ...[name, fileName, contentType, new TextDecoder().decode(bytes)],
    ]);
    expect(texts).toEqual(parts);
  }
  expect({ authorization: undefined, ...sent?.headers }).toMatchObject({
    authorization: `Bearer ${apiToken}`,
    'user-agent': 'modelferry',
    ...headers,
  });
  if ('gives' in row) expect(given).toEqual(row.gives);
});

test('every call of the client has its row', () => {
  const { client } = scriptedRun([]);
  const calls = Object.entries(client).filter(([, call]) => typeof call === 'function');
  const tested = rows.map(({ send }) => String(send)).join(' ');
  expect(calls.map(([name]) => name).filter((name) => !tested.includes(`.${name}(`))).toEqual([]);
});

test('every endpoint that is documented has its row, or a reason why nothing of ours calls it', () => {
  const known = new Map(documentedEndpoints.map((endpoint) => [shapeOf(endpoint), endpoint]));
  expect(known.size).toBe(documentedEndpoints.length);
  const called = new Set(rows.map(({ request }) => shapeOf(request)));
  expect([...called].filter((shape) => !known.has(shape))).toEqual([]);
  const missing = [...known].filter(([shape]) => !called.has(shape)).map(([, endpoint]) => endpoint);
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
