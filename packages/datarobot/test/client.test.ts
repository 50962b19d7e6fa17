import { createSecrets } from '@modelferry/auth';
import { expectNoSecrets, fakeClock, fakeNow, scriptedTransport } from '@modelferry/testkit';
import { createDataRobotClient } from '../src/index.ts';
import { completed, created, csv, deploymentId, job, jobId, linkless } from './support/answers.ts';
import { apiToken, endpoint, scriptedRun, warningsOf } from './support/scripted-run.ts';

const request = {
  deploymentId,
  intakeSettings: { type: 'localFile' },
  outputSettings: { type: 'localFile' },
} as const;
const foreign = `https://elsewhere.example/api/v2/batchPredictions/${jobId}`;

test('the scheme is a setting, and the key loses the line break it was pasted with', async () => {
  const { client, transport, abort } = scriptedRun([{ status: 200, json: job('RUNNING') }], {
    authScheme: 'Token',
    apiToken: `${apiToken}\n`,
  });
  await client.getBatchJob(jobId, abort.signal);
  expect(transport.requests[0]?.headers['authorization']).toBe(`Token ${apiToken}`);
});

test('without a key it signs nothing: a transport may do so', async () => {
  const { client, transport, abort } = scriptedRun([{ status: 200, json: job('RUNNING') }], {
    apiToken: undefined,
  });
  await client.getBatchJob(jobId, abort.signal);
  expect(transport.requests[0]?.headers).not.toHaveProperty('authorization');
});

test('an empty key is refused before anything is sent', () => {
  expect(() =>
    createDataRobotClient({
      transport: scriptedTransport([]),
      apiToken: ' ',
      clock: fakeClock(),
      secrets: createSecrets(),
    }),
  ).toThrow('apiToken: must not be empty');
});

test('links of another origin are followed on ours, so that the key goes nowhere else', async () => {
  const links = { csvUpload: `${foreign}/csvUpload`, download: `${foreign}/download?x=1` };
  const { client, transport, abort } = scriptedRun([{ status: 202 }, { status: 200, text: 'a\n1\n' }]);
  await client.putCsv({ job: { id: jobId, links }, source: csv() }, abort.signal);
  (await client.downloadScored({ id: jobId, links }, abort.signal)).body.cancel();
  expect(transport.requests.map(({ url }) => url)).toEqual([
    `${endpoint}/batchPredictions/${jobId}/csvUpload/`,
    `${endpoint}/batchPredictions/${jobId}/download/?x=1`,
  ]);
});

test('a link that is none gives way to the documented path', async () => {
  const links = { csvUpload: 'javascript:alert(1)', download: undefined };
  const { client, transport, abort } = scriptedRun([{ status: 202 }]);
  await client.putCsv({ job: { id: jobId, links }, source: csv() }, abort.signal);
  expect(transport.requests[0]?.url).toBe(`${endpoint}/batchPredictions/${jobId}/csvUpload/`);
});

test.each([301, 302, 303, 307, 308])('a %i on a write is an error and is not followed', async (status) => {
  const { client, transport, abort } = scriptedRun([{ status, headers: { location: `${foreign}/` } }]);
  await expect(client.createBatchJob(request, abort.signal)).rejects.toMatchObject({
    code: 'unexpected-answer',
    message: expect.stringContaining('a redirect to https://elsewhere.example/'),
  });
  transport.expectConsumed();
});

describe('the ID of a new job', () => {
  const location = (value: string) => ({ location: value });

  test.each([
    ['whole URL', `${endpoint}/batchPredictions/${jobId}/`],
    ['other host, no slash', foreign],
    ['relative', `/api/v2/batchPredictions/${jobId}`],
    ['with a query', `batchPredictions/${jobId}?x=/y/`],
  ])('comes from Location where the body does not have it: %s', async (_, value) => {
    const { client, transport, abort } = scriptedRun([
      { status: 202, text: '{"id":"66', headers: location(value) },
      { status: 200, json: job('INITIALIZING') },
    ]);
    await expect(client.createBatchJob(request, abort.signal)).resolves.toMatchObject({ id: jobId });
    transport.expectConsumed();
  });

  test.each([['nowhere'], [`${endpoint}/batchPredictions/`], [`${endpoint}/other/${jobId}/`]])(
    'is missing where Location is %s: an error says so',
    async (value) => {
      const { client, abort } = scriptedRun([
        { status: 202, json: { message: 'accepted' }, headers: location(value) },
      ]);
      await expect(client.createBatchJob(request, abort.signal)).rejects.toMatchObject({
        code: 'unexpected-answer',
        message: expect.stringContaining('no ID in it'),
      });
    },
  );
});

test('a lost answer to a creation is asked for again: a job without data never starts', async () => {
  const { client, transport, abort } = scriptedRun([{ fail: 'network' }, { status: 570 }, created]);
  await expect(client.createBatchJob(request, abort.signal)).resolves.toMatchObject({ id: jobId });
  transport.expectConsumed();
});

test('data are sent once, whatever comes of it', async () => {
  for (const step of [{ fail: 'network' } as const, { status: 503 }, { status: 429 }]) {
    const { client, transport, abort } = scriptedRun([step]);
    const upload = { job: linkless, source: csv() };
    await expect(client.putCsv(upload, abort.signal)).rejects.toThrow('upload the data');
    transport.expectConsumed();
  }
});

describe('Retry-After', () => {
  const wait = async (retryAfter: string) => {
    const { client, clock, transport, abort } = scriptedRun([
      { status: 429, json: { message: 'slow down' }, headers: { 'retry-after': retryAfter } },
      { status: 200, json: job('RUNNING') },
    ]);
    await client.getBatchJob(jobId, abort.signal);
    transport.expectConsumed();
    return clock.now() - fakeNow;
  };
  test('in seconds', async () => expect(await wait('300')).toBe(300_000));
  test('as a date', async () => expect(await wait(new Date(fakeNow + 42_000).toUTCString())).toBe(42_000));
  test('longer than 300 s ends it, with the time in the error', async () => {
    const { client, abort } = scriptedRun([{ status: 429, headers: { 'retry-after': '301' } }]);
    await expect(client.getBatchJob(jobId, abort.signal)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 301_000,
    });
  });
});

test('no pause is shorter than half a second', async () => {
  const steps = [{ status: 503 }, { status: 503 }, { status: 200, json: job('RUNNING') }];
  const { client, clock, abort } = scriptedRun(steps, { random: () => 0 });
  await client.getBatchJob(jobId, abort.signal);
  expect(clock.now() - fakeNow).toBe(1_000);
});

test('at most five tries', async () => {
  const { client, transport, abort } = scriptedRun(Array.from({ length: 5 }, () => ({ status: 503 })));
  await expect(client.getBatchJob(jobId, abort.signal)).rejects.toMatchObject({ code: 'server-error' });
  transport.expectConsumed();
});

test.each([400, 401, 403, 404, 406, 409, 413, 422, 500, 513])('a %i is not sent again', async (status) => {
  const { client, transport, abort } = scriptedRun([{ status, json: { message: 'no' } }]);
  await expect(client.getBatchJob(jobId, abort.signal)).rejects.toMatchObject({ status });
  transport.expectConsumed();
});

test('a deprecation that repeats the key does not tell it', async () => {
  const step = { status: 200, json: job('RUNNING'), headers: { deprecation: `key ${apiToken} is old` } };
  const run = scriptedRun([step]);
  await run.client.getBatchJob(jobId, run.abort.signal);
  expect(warningsOf(run)).toHaveLength(1);
  expectNoSecrets(run.events, [apiToken]);
});

test('a deprecation is told once and stops nothing', async () => {
  const step = { status: 200, json: job('RUNNING'), headers: { deprecation: 'since\u0007 v2.30' } };
  const run = scriptedRun([step, step]);
  await run.client.getBatchJob(jobId, run.abort.signal);
  await run.client.getBatchJob(jobId, run.abort.signal);
  expect(warningsOf(run)).toEqual([
    `DataRobot says that GET /api/v2/batchPredictions/${jobId}/ is deprecated (since v2.30).`,
  ]);
});

test('what is missing, null or of another form is left out', async () => {
  const { client, abort } = scriptedRun([
    {
      status: 200,
      json: {
        id: 41,
        status: 'RUNNING',
        queuePosition: null,
        scoredRows: 'many',
        percentageCompleted: 12.5,
        links: { csvUpload: 7, download: null },
        logs: null,
      },
    },
  ]);
  expect(await client.getBatchJob('41', abort.signal)).toMatchObject({
    id: '41',
    queuePosition: undefined,
    scoredRows: undefined,
    percentageCompleted: 12.5,
    links: { csvUpload: undefined, download: undefined },
    logs: undefined,
  });
});

test('a job without a status is no answer, and says which field is missing', async () => {
  const { client, abort } = scriptedRun([{ status: 200, json: { id: jobId } }]);
  await expect(client.getBatchJob(jobId, abort.signal)).rejects.toMatchObject({
    code: 'unexpected-answer',
    message: expect.stringContaining('"status" is missing'),
  });
});

test('no error has the key in it, even where the server repeats it', async () => {
  const { client, abort } = scriptedRun([
    { status: 401, json: { message: `Invalid: Bearer ${apiToken}` } },
    { status: 404, text: `<h1>${apiToken}</h1>` },
  ]);
  for (const _ of [1, 2]) {
    const failed = await client.getBatchJob(jobId, abort.signal).catch((error: unknown) => error);
    expectNoSecrets(failed, [apiToken]);
  }
});

test('pages say whether there are more', async () => {
  const { client, abort } = scriptedRun([
    { status: 200, json: { data: [completed()], next: foreign, totalCount: 7 } },
    { status: 200, json: { data: [], next: foreign } },
  ]);
  expect(await client.getBatchJobs({}, abort.signal)).toMatchObject({ more: true, total: 7 });
  expect(await client.getBatchJobs({}, abort.signal)).toMatchObject({ more: false, entries: [] });
});
