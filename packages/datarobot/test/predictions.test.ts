import { createSecrets } from '@modelferry/auth';
import { expectNoSecrets, scriptedTransport, testSource, zerosSource } from '@modelferry/testkit';
import { gunzipSync } from 'node:zlib';
import { maxPredictionBytes, scoringHost, type PredictionOptions } from '../src/index.ts';
import { checkRowIds } from '../src/real-time/check-row-ids.ts';
import { fitRequestLine, maxRequestLineBytes } from '../src/client/fit-request-line.ts';
import { predictionQuery } from '../src/client/prediction-options.ts';
import { csv, deploymentId } from './support/answers.ts';
import { apiToken, endpoint, scriptedRun } from './support/scripted-run.ts';

const key = 'key-of-the-prediction-server';
const dedicated = { kind: 'dedicated', root: 'https://orm.example/predApi/v1.0', dataRobotKey: key } as const;
const answer = { status: 200, json: { data: [{ rowId: 0, prediction: 1 }] } };
const request = { host: dedicated, deploymentId, rows: csv(), contentType: 'text/csv' } as const;

describe('which server scores', () => {
  const server = { url: 'https://orm.example/', dataRobotKey: key };
  const deployment = { id: 'd1', defaultPredictionServer: server, predictionEnvironment: undefined };
  const at = (platform: string) => ({ ...deployment, predictionEnvironment: { platform } });
  const nginx = 'http://datarobot-nginx/api/v2';
  const cluster = { kind: 'cluster', root: 'http://datarobot-prediction-server:80/predApi/v1.0' };
  const portable = { kind: 'portable', root: 'http://pps.example:8080/base' };
  const portableUrl = 'http://pps.example:8080/base/';

  test.each([
    ['a portable one beats all', at('datarobotServerless'), { endpoint, portableUrl }, portable],
    ['a portable one needs no deployment', undefined, { endpoint, portableUrl }, portable],
    [
      'serverless beats the default one',
      at('datarobotServerless'),
      { endpoint },
      { kind: 'serverless', root: endpoint },
    ],
    ['the cluster has one of its own', at('datarobot'), { endpoint: nginx }, cluster],
    ['else the default one', at('datarobot'), { endpoint }, dedicated],
    ['also without an environment', deployment, { endpoint }, dedicated],
    [
      'its path is not doubled',
      { ...deployment, defaultPredictionServer: { ...server, url: dedicated.root } },
      { endpoint },
      dedicated,
    ],
    [
      'its key can be another one',
      deployment,
      { endpoint, dataRobotKey: 'mine' },
      { ...dedicated, dataRobotKey: 'mine' },
    ],
  ])('%s', (_, given, wishes, host) => expect(scoringHost(given, wishes)).toEqual(host));

  test.each([
    ['none', undefined],
    ['null in its place', { url: undefined, dataRobotKey: undefined }],
    ['no URL', { url: 'orm.example', dataRobotKey: undefined }],
  ])('with %s, nothing is sent', (_, defaultPredictionServer) =>
    expect(() => scoringHost({ ...deployment, defaultPredictionServer }, { endpoint })).toThrow('server'),
  );
});

describe('keys', () => {
  const headersFor = async (host: Parameters<typeof scoringHost>[0] | object, options = {}) => {
    const { client, transport, abort } = scriptedRun([answer], options);
    await client.predict({ ...request, host: host as typeof dedicated }, abort.signal);
    return transport.requests[0]!;
  };

  test('a dedicated server gets both', async () => {
    const { url, headers } = await headersFor(dedicated, { authScheme: 'Token' });
    expect(url).toBe(`https://orm.example/predApi/v1.0/deployments/${deploymentId}/predictions`);
    expect(headers).toMatchObject({ authorization: `Bearer ${apiToken}`, 'datarobot-key': key });
  });

  test('serverless gets the API key alone, even where the other one is known', async () => {
    const { headers } = await headersFor({ ...dedicated, kind: 'serverless', root: endpoint });
    expect(headers).toMatchObject({ authorization: `Bearer ${apiToken}` });
    expect(headers).not.toHaveProperty('datarobot-key');
  });

  test('a portable server gets nothing but what is meant for it', async () => {
    const host = { kind: 'portable', root: 'http://pps.example' };
    const none = await headersFor(host);
    expect(none.headers).not.toHaveProperty('authorization');
    const { headers } = await headersFor(host, { portableToken: 'pps-token' });
    expect(headers['authorization']).toBe('Bearer pps-token');
  });

  test('a key that was given beats the one that the deployment names', async () => {
    const { headers } = await headersFor(dedicated, { dataRobotKey: 'mine' });
    expect(headers['datarobot-key']).toBe('mine');
  });

  test('what goes to a portable server is not carried by a transport that signs', async () => {
    const plainTransport = scriptedTransport([answer]);
    const { client, transport, abort } = scriptedRun([], { plainTransport, apiToken: undefined });
    const host = { kind: 'portable', root: 'http://pps.example' } as const;
    await client.predict({ ...request, host }, abort.signal);
    expect(plainTransport.requests).toHaveLength(1);
    transport.expectConsumed();
  });

  test('neither is in an error, and the remedy tells which one is wrong', async () => {
    const said = `The datarobot-key header is missing ${apiToken} ${key}`;
    const { client, abort } = scriptedRun([{ status: 401, json: { message: said } }]);
    const failed = await client.predict(request, abort.signal).catch((error: unknown) => error);
    expectNoSecrets(failed, [apiToken, key]);
    expect(failed).toMatchObject({ code: 'unauthorized', remedy: expect.stringContaining('datarobot-key') });
  });
});

test('a portable server with one model needs no deployment', async () => {
  const { client, transport, abort } = scriptedRun([answer]);
  const host = { kind: 'portable', root: 'http://pps.example' } as const;
  await client.predict({ ...request, host, deploymentId: undefined }, abort.signal);
  expect(transport.requests[0]?.url).toBe('http://pps.example/predictions');
});

test('rows are compressed where that is wanted, and then say so', async () => {
  const text = `id,age\n${'1,42\n'.repeat(1_000)}`;
  const { client, transport, abort } = scriptedRun([answer, answer]);
  await client.predict({ ...request, rows: csv(text), gzip: {} }, abort.signal);
  await client.predict({ ...request, rows: csv(text) }, abort.signal);
  const [packed, plain] = transport.requests;
  expect(packed?.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed!.bytes!).toString()).toBe(text);
  expect(plain?.headers).not.toHaveProperty('content-encoding');
  expect(plain).toMatchObject({ text, timeoutMs: 600_000 });
});

describe('more than 50 MB', () => {
  test('is refused before it is sent, compressed or not', async () => {
    const rows = zerosSource(maxPredictionBytes + 1);
    for (const gzip of [undefined, {}]) {
      const { client, transport, abort } = scriptedRun([]);
      await expect(client.predict({ ...request, rows, gzip }, abort.signal)).rejects.toMatchObject({
        code: 'too-large',
      });
      transport.expectConsumed();
    }
  });

  test('is stopped where nobody knew how long it is', async () => {
    const rows = zerosSource(maxPredictionBytes + 1, { declaredLength: null });
    const { client, abort } = scriptedRun([answer]);
    await expect(client.predict({ ...request, rows }, abort.signal)).rejects.toThrow(
      'at most 52428800 bytes',
    );
  });

  test('and exactly so many are not', async () => {
    const { client, transport, abort } = scriptedRun([{ ...answer, takeBytes: 1 }]);
    await client.predict({ ...request, rows: zerosSource(maxPredictionBytes) }, abort.signal);
    transport.expectConsumed();
  });
});

describe('what the vendor refuses for certain is refused here', () => {
  const dates = { predictionsStartDate: '2024-05-01T00:00:00', predictionsEndDate: '2024-06-01T00:00:00' };
  test.each<[PredictionOptions, string]>([
    [{ passthroughColumns: ['a'], passthroughColumnsSet: 'all' }, 'together with all columns'],
    [{ passthroughColumns: [''] }, 'no empty name'],
    [{ predictionsStartDate: dates.predictionsStartDate }, 'predictionsEndDate: must be given'],
    [{ predictionsEndDate: dates.predictionsEndDate }, 'predictionsStartDate: must be given'],
    [{ ...dates, forecastPoint: '2024-05-01T00:00:00' }, 'forecastPoint: must not'],
    [{ explanationAlgorithm: 'xemp' }, 'maxExplanations: must be given'],
  ])('%j', (options, said) => expect(() => predictionQuery(options)).toThrow(said));
});

describe('the request line', () => {
  const url = `${dedicated.root}/deployments/${deploymentId}/predictions`;
  const line = (query: string) => `POST ${new URL(url).pathname}?${query} HTTP/1.1\r\n`.length;
  const columns = (bytes: number) => ['x'.repeat(bytes - line('passthroughColumns='))];

  test('may have 8192 bytes', () => {
    const query = { passthroughColumns: columns(maxRequestLineBytes) };
    expect(fitRequestLine(url, query)).toEqual({ query });
  });

  test('with one more, all columns come back and those that were named are kept', async () => {
    const [long = ''] = columns(maxRequestLineBytes + 1);
    const row = { rowId: 0, prediction: 1, passthroughValues: { [long]: 7, other: 8 } };
    const { client, transport, abort } = scriptedRun([{ status: 200, json: { data: [row] } }]);
    const options = { passthroughColumns: [long], decimalsNumber: 2 };
    const rows = await client.predict({ ...request, options }, abort.signal);
    expect(transport.requests[0]?.url).toBe(`${url}?decimalsNumber=2&passthroughColumnsSet=all`);
    expect(rows).toEqual([{ ...row, passthroughValues: { [long]: 7 } }]);
    await expect(client.predictCsv({ ...request, options }, abort.signal)).rejects.toMatchObject({
      code: 'unsupported',
    });
  });

  test('is refused where nothing can be left out', () =>
    expect(() => fitRequestLine(url, { explanationClassNames: columns(maxRequestLineBytes) })).toThrow(
      'more than 8192 bytes',
    ));
});

describe('row IDs', () => {
  const rows = (...ids: number[]) => ids.map((rowId) => ({ rowId, prediction: rowId }) as never);

  test('bring predictions into the order of the rows', () =>
    expect(checkRowIds(rows(2, 0, 1), 3)).toEqual(rows(0, 1, 2)));

  test.each([
    ['one is missing', rows(0, 2), 3, 'none of them for row 2'],
    ['one comes twice', rows(0, 0, 1), 3, 'none of them for row 3'],
    ['there is one too many', rows(0, 1, 2), 2, '2 rows were sent and 3 came back'],
    ['they have none', [{}, {}] as never, 2, 'none of them for row 1'],
  ])('%s: an error', (_, given, sent, said) => expect(() => checkRowIds(given, sent)).toThrow(said));
});

test('an answer that breaks off is asked for again, and one without rows is none', async () => {
  const { client, transport, abort } = scriptedRun([
    { status: 200, text: '{"data":', bodyEnds: 'broken' },
    answer,
    { status: 200, json: { message: 'ok' } },
  ]);
  const rows = testSource(new TextEncoder().encode('a\n1\n'), { name: 'a.csv' });
  expect(await client.predict({ ...request, rows }, abort.signal)).toHaveLength(1);
  await expect(client.predict({ ...request, rows }, abort.signal)).rejects.toMatchObject({
    code: 'unexpected-answer',
  });
  transport.expectConsumed();
});

test('the key of a server is a secret of the run', async () => {
  const secrets = createSecrets();
  const { client, abort } = scriptedRun([answer], { secrets });
  await client.predict(request, abort.signal);
  expect(secrets.redact(`it is ${key}`)).not.toContain(key);
});
