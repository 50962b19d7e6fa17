import { createSecrets } from '@modelferry/auth';
import { expectNoSecrets, fakeNow, scriptedTransport } from '@modelferry/testkit';
import { definition, fileUrl, job, source } from './support/answers.ts';
import { organizationId, scriptedClient, signature, token } from './support/scripted-client.ts';

const ok = { status: 200, json: job };

describe('what makes a client', () => {
  test('credentials are needed', () =>
    expect(() => scriptedClient([], { credentials: {} })).toThrow('credentials: must not be empty'));

  test.each(['', ' ', '.', '..'])('%j is no organization', (organizationId) =>
    expect(() => scriptedClient([], { organizationId })).toThrow('organizationId: must not be empty'),
  );

  test('an organization is one segment of the path', async () => {
    const { client, transport, abort } = scriptedClient([ok], { organizationId: ' 解約/x\n' });
    await client.getJob('churn', '1', abort.signal);
    expect(new URL(transport.requests[0]!.url).pathname).toBe(
      '/organizations/%E8%A7%A3%E7%B4%84%2Fx/training/definitions/churn/jobs/1',
    );
  });

  test('the base URL may have a path', async () => {
    const { client, transport, abort } = scriptedClient([ok], { baseUrl: 'http://127.0.0.1:1/abeja/' });
    await client.getJob('churn', '1', abort.signal);
    expect(transport.requests[0]?.url).toMatch(
      /^http:\/\/127\.0\.0\.1:1\/abeja\/organizations\/1200123565071\//,
    );
  });

  test('a transport may sign by itself, beside one that does not', async () => {
    const plainTransport = scriptedTransport([{ status: 200 }, ok]);
    const options = { credentials: 'in-transport', plainTransport } as const;
    const { client, transport, abort } = scriptedClient([ok], options);
    await client.getJob('churn', '1', abort.signal);
    (await client.storage.download({ url: fileUrl, doing: 'get it' }, abort.signal)).body.cancel();
    await client.getLocalJob({ name: 'churn', jobId: '1', token: 'eyJ' }, abort.signal);
    expect(transport.requests.map(({ headers }) => headers['authorization'])).toEqual([undefined]);
    expect(plainTransport.requests.map(({ headers }) => headers['authorization'])).toEqual([
      undefined,
      'Bearer eyJ',
    ]);
    expect(() => scriptedClient([], { credentials: 'in-transport' })).toThrow(
      'plainTransport: must be given',
    );
  });

  test('calls of services fail alone where their host is not known', async () => {
    const { client, transport, abort } = scriptedClient([ok, { status: 200 }], {
      baseUrl: 'http://127.0.0.1:1',
    });
    const request = { body: { kind: 'bytes', bytes: new Uint8Array() }, contentType: 'text/csv' } as const;
    await client.getJob('churn', '1', abort.signal);
    await expect(client.callService({ deploymentId: '1' }, request, abort.signal)).rejects.toThrow(
      'serviceBaseUrl: is not known',
    );
    const other = scriptedClient([{ status: 200 }], { serviceBaseUrl: 'http://127.0.0.1:1' });
    (await other.client.callService({ deploymentId: '1' }, request, abort.signal)).body.cancel();
    expect(other.transport.requests[0]?.url).toBe('http://127.0.0.1:1/deployments/1');
    expect(transport.requests).toHaveLength(1);
  });
});

test.each(['', ' ', '.', '..', 'a/b'])('%j is no name, and nothing is sent', async (name) => {
  const { client, transport, abort } = scriptedClient([]);
  const { signal } = abort;
  for (const call of [
    async () => client.createDefinition(name, signal),
    async () => client.getDefinition(name, {}, signal),
    async () => client.createJob(name, 1, {}, signal),
    async () => client.getModelUrl(name, '1', signal),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'invalid-input' });
  expect(transport.requests).toEqual([]);
});

test('an ID is one segment, whatever is in it', async () => {
  const { client, transport, abort } = scriptedClient([ok]);
  await client.getJob('churn', '../../1?x#y', abort.signal);
  expect(transport.requests[0]?.url).toMatch(/\/churn\/jobs\/\.\.%2F\.\.%2F1%3Fx%23y$/);
  await expect((async () => client.getJob('churn', '..', abort.signal))()).rejects.toThrow('is no ID');
});

describe('sending again', () => {
  const failures = [{ fail: 'network' }, { fail: 'timeout' }, { status: 429 }, { status: 502 }] as const;

  test('reads: four times, after 1, 2, 4 and 8 s', async () => {
    const { client, clock, transport, abort } = scriptedClient([...failures, ok]);
    await client.getJob('churn', '1', abort.signal);
    transport.expectConsumed();
    expect(clock.now() - fakeNow).toBe(15_000);
  });

  test('and no more', async () => {
    const { client, transport, abort } = scriptedClient(
      [500, 502, 503, 504, 503].map((status) => ({ status })),
    );
    await expect(client.getJob('churn', '1', abort.signal)).rejects.toMatchObject({ status: 503 });
    transport.expectConsumed();
  });

  test.each([
    ['60', 60_000],
    ['0', 0],
  ])('Retry-After of %s s is obeyed', async (seconds, waitedMs) => {
    const busy = { status: 503, headers: { 'retry-after': seconds } };
    const { client, clock, abort } = scriptedClient([busy, ok]);
    await client.getJob('churn', '1', abort.signal);
    expect(clock.now() - fakeNow).toBe(waitedMs);
  });

  test('Retry-After of more than 60 s ends it', async () => {
    const { client, transport, abort } = scriptedClient([{ status: 429, headers: { 'retry-after': '61' } }]);
    await expect(client.getJob('churn', '1', abort.signal)).rejects.toMatchObject({ retryAfterMs: 61_000 });
    transport.expectConsumed();
  });

  test.each([400, 401, 403, 404, 405, 409, 413, 422])('no read after %i', async (status) => {
    const { client, transport, abort } = scriptedClient([{ status }]);
    await expect(client.getJob('churn', '1', abort.signal)).rejects.toMatchObject({ status });
    transport.expectConsumed();
  });

  test.each(failures)('no write, whatever came of it: %j', async (failure) => {
    const writes: ((run: ReturnType<typeof scriptedClient>) => Promise<unknown>)[] = [
      ({ client, abort }) => client.createDefinition('churn', abort.signal),
      ({ client, abort }) => client.createJob('churn', 1, {}, abort.signal),
      ({ client, abort }) => client.createModel('churn', { source: source('m.zip') }, abort.signal),
      ({ client, abort }) => client.stopJob('churn', '1', abort.signal),
      ({ client, abort }) => client.updateStatistics('churn', '1', { epoch: 1 }, abort.signal),
      ({ client, abort }) => client.updateModel('churn', '1', { description: 'd' }, abort.signal),
      ({ client, abort }) => client.deleteDefinition('churn', abort.signal),
      ({ client, abort }) => client.setFileLifetime('c', 'f', '1day', abort.signal),
      ({ client, abort }) => client.uploadFile('c', { source: source('f') }, abort.signal),
    ];
    for (const write of writes) {
      const run = scriptedClient([failure]);
      await expect(write(run)).rejects.toThrow('Could not');
      run.transport.expectConsumed();
    }
  });

  test('a write of which nothing was sent, all the same', async () => {
    const { client, transport, abort } = scriptedClient([{ fail: 'network', takeBytes: 0 }, ok]);
    await client.createJob('churn', 1, {}, abort.signal);
    transport.expectConsumed();
  });
});

test('the longest silences are 30 s and 60 s, and can be set', async () => {
  const timeoutsOf = async (timeouts?: object) => {
    const { client, transport, abort } = scriptedClient([ok, { status: 200, json: { id: '1' } }], {
      timeouts,
    });
    await client.getJob('churn', '1', abort.signal);
    await client.createModel('churn', { source: source('m.zip') }, abort.signal);
    return transport.requests.map(({ timeoutMs }) => timeoutMs);
  };
  expect(await timeoutsOf()).toEqual([30_000, 60_000]);
  expect(await timeoutsOf({ uploadMs: 5_000 })).toEqual([30_000, 5_000]);
});

describe('answers', () => {
  test.each([
    { training_job_id: '7' },
    { id: 7 },
    { id: '7', training_job_id: '' },
    { id: 7, training_job_id: null },
  ])('the ID of a job may stand in %j', async (ids) => {
    const { client, abort } = scriptedClient([{ status: 200, json: { ...ids, status: 'Odd' } }]);
    expect(await client.getJob('churn', '7', abort.signal)).toMatchObject({ jobId: '7', status: 'Odd' });
  });

  test('a job without an ID, or without a status, is none', async () => {
    const { client, abort } = scriptedClient([
      { status: 200, json: { status: 'Active' } },
      { status: 201, json: { id: 1 } },
    ]);
    await expect(client.getJob('churn', '7', abort.signal)).rejects.toThrow('the field "job_id" is missing');
    await expect(client.getJob('churn', '7', abort.signal)).rejects.toThrow('the field "status" is missing');
  });

  test.each([{ status: 204 }, { status: 200, text: '' }, { status: 202, text: '\n' }])(
    'an empty one (%j) is success where nothing is needed of it',
    async (empty) => {
      const { client, transport, abort } = scriptedClient(Array.from({ length: 9 }, () => empty));
      const { signal } = abort;
      await client.deleteDefinition('churn', signal);
      await client.stopJob('churn', '1', signal);
      await client.updateStatistics('churn', '1', {}, signal);
      expect(await client.updateVersion('churn', 1, { description: 'd' }, signal)).toBeUndefined();
      expect(await client.updateModel('churn', '1', { description: 'd' }, signal)).toBeUndefined();
      expect(await client.updateService('1', 'ser-a', { instanceNumber: 2 }, signal)).toBeUndefined();
      expect(await client.getResultUrl('churn', '1', signal)).toBeUndefined();
      expect(await client.addDatasetItems('9', [{ sourceData: [], attributes: {} }], signal)).toEqual([]);
      await expect(client.createJob('churn', 1, {}, signal)).rejects.toMatchObject({
        code: 'unexpected-answer',
        message: expect.stringContaining('an empty body') as string,
      });
      transport.expectConsumed();
    },
  );

  test.each([
    ['one shape', { artifacts: { complete: { uri: fileUrl } } }, fileUrl],
    ['the other shape', { download_uri: fileUrl }, fileUrl],
    ['no artifacts', {}, undefined],
    ['nothing complete', { artifacts: {} }, undefined],
    ['nulls', { artifacts: null, download_uri: null }, undefined],
    ['an address that is none', { download_uri: 'none' }, undefined],
  ])('a result in %s', async (_, json, url) => {
    const { client, abort } = scriptedClient([{ status: 200, json }]);
    expect(await client.getResultUrl('churn', '1', abort.signal)).toBe(url);
  });

  test('no result is no failure; another failure is one', async () => {
    const { client, abort } = scriptedClient([{ status: 404 }, { status: 403 }]);
    expect(await client.getResultUrl('churn', '1', abort.signal)).toBeUndefined();
    await expect(client.getResultUrl('churn', '1', abort.signal)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test.each([
    [{ items: [{ dataset_item_id: 1 }] }, ['1']],
    [{ message: 'accepted' }, []],
  ])('of several items, in an object: %j', async (json, ids) => {
    const { client, abort } = scriptedClient([{ status: 200, json }]);
    const added = await client.addDatasetItems('9', [], abort.signal);
    expect(added.map(({ datasetItemId }) => datasetItemId)).toEqual(ids);
  });

  test.each([404, 410])('training that is not there (%i) is told as such', async (status) => {
    const { client, abort } = scriptedClient([{ status }, { status }]);
    const remedy = expect.stringContaining('training may not be offered') as string;
    await expect(client.getDefinitions({}, abort.signal)).rejects.toMatchObject({
      code: 'not-found',
      remedy,
    });
    await expect(client.createDefinition('churn', abort.signal)).rejects.toMatchObject({ status, remedy });
  });

  test.each([301, 302, 307, 308])('a %i is an error and is not followed', async (status) => {
    const headers = { location: 'https://elsewhere.example/' };
    const { client, transport, abort } = scriptedClient([{ status, headers }]);
    await expect(client.createJob('churn', 1, {}, abort.signal)).rejects.toMatchObject({
      code: 'unexpected-answer',
    });
    transport.expectConsumed();
  });
});

describe('the key of a local job', () => {
  const ref = { name: 'churn', jobId: '1', token: 'eyJ-of-the-job' };

  test('gives way once to the own credential where it is refused', async () => {
    const { client, transport, abort } = scriptedClient([{ status: 401 }, { status: 200 }]);
    await client.setLocalJobState(ref, { status: 'Complete' }, abort.signal);
    transport.expectConsumed();
    expect(transport.requests.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer eyJ-of-the-job',
      signature,
    ]);
  });

  test('does not where another thing went wrong, and may be left out', async () => {
    const { client, transport, abort } = scriptedClient([{ status: 403 }, { status: 200 }]);
    await expect(client.sendLocalJobLogs(ref, [], abort.signal)).rejects.toMatchObject({ code: 'forbidden' });
    await client.sendLocalJobLogs({ name: 'churn', jobId: '1' }, [], abort.signal);
    transport.expectConsumed();
    expect(transport.requests[1]?.headers['authorization']).toBe(signature);
  });
});

describe('what is secret', () => {
  test('presigned URLs get no credential', async () => {
    const { client, clock, transport, abort } = scriptedClient([
      { status: 200 },
      { status: 200, text: 'zip' },
    ]);
    const put = {
      url: fileUrl,
      source: source('r.zip'),
      doing: 'put it',
      clock,
      contentType: 'application/zip',
    };
    await client.storage.upload({ ...put, signal: abort.signal });
    (await client.storage.download({ url: fileUrl, doing: 'get it' }, abort.signal)).body.cancel();
    for (const { headers } of transport.requests) expect(Object.keys(headers)).not.toContain('authorization');
    expect(transport.requests[0]?.headers['content-type']).toBe('application/zip');
    expect(transport.requests.map(({ url }) => url)).toEqual([fileUrl, fileUrl]);
  });

  test('keys and URLs in answers are hidden from then on', async () => {
    const secrets = createSecrets();
    const { client, abort } = scriptedClient(
      [
        { status: 200, json: { download_uri: fileUrl } },
        { status: 200, json: { ...job, token: 'eyJ-token-of-a-job' } },
        { status: 200, json: { id: '7', secret: 'secret-of-datasource-7' } },
      ],
      { secrets },
    );
    await client.getModelUrl('churn', '1', abort.signal);
    await client.createLocalJob('churn', 1, {}, abort.signal);
    await client.getDatasource('c', '7', abort.signal);
    expect(secrets.redact('0123456789abcdef0123 eyJ-token-of-a-job secret-of-datasource-7')).toBe(
      '*** *** ***',
    );
  });

  test('no error has one in it, even where the server repeats it or breaks off', async () => {
    const said = { error: 'x', error_description: `Invalid: ${signature} of ${token}` };
    const broken = `{"token": "eyJ-broken", "download_uri": "${fileUrl}", "secret": "half-of-a-sec`;
    const { client, abort } = scriptedClient([
      { status: 401, json: said },
      { status: 200, text: broken },
    ]);
    const failed = client.getJob('churn', '1', abort.signal).catch((error: unknown) => error);
    expectNoSecrets(await failed, [token, signature.slice(6)]);
    const half = client.createLocalJob('churn', 1, {}, abort.signal).catch((error: unknown) => error);
    expectNoSecrets(await half, ['eyJ-broken', '0123456789abcdef0123', 'half-of-a-sec']);
  });
});

test('the signal ends a call', async () => {
  const { client, abort } = scriptedClient([{ hang: 'until-abort' }]);
  const reading = client.getDefinition('churn', {}, abort.signal);
  abort.abort();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
});

test('the organization is told', () => {
  expect(scriptedClient([{ status: 200, json: definition }]).client.organizationId).toBe(organizationId);
});
