import type { DataRobotClient } from '../src/index.ts';
import { completed, created, csv, deploymentId, job, jobId } from './support/answers.ts';
import { apiToken, endpoint, scriptedRun } from './support/scripted-run.ts';

const page = { data: [], next: null, previous: null };

interface Row {
  readonly call: string;
  readonly send: (client: DataRobotClient, signal: AbortSignal) => Promise<unknown>;
  readonly answer: object;
  readonly request: string;
  readonly json?: unknown;
  readonly headers?: object;
}

const rows: readonly Row[] = [
  {
    call: '3.3 list deployments',
    send: (client, signal) => client.getDeployments({ offset: 100, limit: 100, search: 'a b' }, signal),
    answer: { status: 200, json: page },
    request: 'GET /deployments/?offset=100&limit=100&search=a%20b',
  },
  {
    call: '3.6 create a batch job',
    send: (client, signal) =>
      client.createBatchJob(
        {
          deploymentId,
          intakeSettings: { type: 'localFile', multipart: false, async: false },
          outputSettings: { type: 'localFile' },
        },
        signal,
      ),
    answer: created,
    request: 'POST /batchPredictions/',
    json: {
      deploymentId,
      intakeSettings: { type: 'localFile', multipart: false, async: false },
      outputSettings: { type: 'localFile' },
    },
    headers: { 'content-type': 'application/json' },
  },
  {
    call: '3.10 send its data',
    send: (client, signal) => client.putCsv({ job: { id: jobId, links: undefined }, source: csv() }, signal),
    answer: { status: 202 },
    request: `PUT /batchPredictions/${jobId}/csvUpload/`,
    headers: { 'content-type': 'text/csv' },
  },
  {
    call: '3.11 read a job',
    send: (client, signal) => client.getBatchJob(jobId, signal),
    answer: { status: 200, json: job('RUNNING') },
    request: `GET /batchPredictions/${jobId}/`,
  },
  {
    call: '3.11 list jobs',
    send: (client, signal) =>
      client.getBatchJobs({ deploymentId, status: ['RUNNING', 'INITIALIZING'], orderBy: '-created' }, signal),
    answer: { status: 200, json: page },
    request: `GET /batchPredictions/?deploymentId=${deploymentId}&status=RUNNING&status=INITIALIZING&orderBy=-created`,
  },
  {
    call: '3.11 end a job',
    send: (client, signal) => client.deleteBatchJob(jobId, signal),
    answer: { status: 202 },
    request: `DELETE /batchPredictions/${jobId}/`,
  },
  {
    call: '3.12 download what is scored',
    send: async (client, signal) => (await client.downloadScored(completed(), signal)).body.cancel(),
    answer: { status: 200, text: 'a\n1\n' },
    request: `GET /batchPredictions/${jobId}/download/`,
    headers: { accept: '*/*' },
  },
];

test.each(rows)('$call', async ({ send, answer, request, json, headers }) => {
  const { client, transport, abort } = scriptedRun([answer as never]);
  await send(client, abort.signal);
  transport.expectConsumed();
  const [sent] = transport.requests;
  expect(`${sent?.method} ${sent?.url.slice(endpoint.length)}`).toBe(request);
  if (json !== undefined) expect(sent?.json).toEqual(json);
  expect(sent?.headers).toMatchObject({
    authorization: `Bearer ${apiToken}`,
    'user-agent': 'modelferry',
    ...headers,
  });
});

test('the longest silences are those of the vendor, and can be set', async () => {
  const steps = [{ status: 200, json: page }, { status: 202 }, { status: 200, text: 'a\n' }];
  const timeoutsOf = async (timeouts?: object) => {
    const { client, transport, abort } = scriptedRun(steps, { timeouts });
    await client.getDeployments({}, abort.signal);
    await client.putCsv({ job: { id: jobId, links: undefined }, source: csv() }, abort.signal);
    (await client.downloadScored(completed(), abort.signal)).body.cancel();
    return transport.requests.map(({ timeoutMs }) => timeoutMs);
  };
  expect(await timeoutsOf()).toEqual([60_000, 600_000, 660_000]);
  expect(await timeoutsOf({ uploadMs: 5_000 })).toEqual([60_000, 5_000, 660_000]);
});
