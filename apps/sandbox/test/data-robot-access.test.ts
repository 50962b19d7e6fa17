import { call } from './client.ts';
import { DataRobotBench } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const list = (authorization?: string) =>
  call('GET', `${bench.platform.endpoint}/deployments/?limit=1`, {
    headers: authorization === undefined ? {} : { authorization },
  });
const last = () => bench.sandbox.requests().at(-1);

describe('the token', () => {
  it('comes as Bearer and as Token', async () => {
    const { apiToken } = bench.platform;
    expect((await list(`Bearer ${apiToken}`)).status).toBe(200);
    expect((await list(`Token ${apiToken}`)).status).toBe(200);
    expect(bench.sandbox.state().credentialLeaks).toBe(0);
  });

  it.each([
    [undefined, 'Invalid API token'],
    ['Bearer', 'Invalid Authorization header. No credentials provided.'],
    ['Bearer wrong', 'Invalid API token'],
    ['Basic d3Jvbmc6d3Jvbmc=', 'Invalid API token'],
  ])('%s is refused', async (authorization, message) => {
    expect(await list(authorization)).toMatchObject({ status: 401, json: { message } });
  });

  it('stands in no transcript', async () => {
    const { apiToken, endpoint } = bench.platform;
    await list(`Token ${apiToken}`);
    expect(last()?.headers.authorization).toBe('Token [DataRobot API token]');
    await list('Bearer something-else');
    expect(last()?.headers.authorization).toBe('Bearer [unknown secret]');
    await call('GET', `${endpoint}/ping?token=${apiToken}&x=${apiToken}`);
    expect(JSON.stringify(bench.sandbox.requests())).not.toContain(apiToken);
  });

  it('counts as leaked wherever else it comes to', async () => {
    const { predictionOne, storage, control } = bench.sandbox.describe();
    const headers = { authorization: bench.authorization };
    await call('GET', `${predictionOne.japan.managementBaseUrl}/v1/external/models`, { headers });
    await call('GET', `${storage.baseUrl}/anything`, { headers });
    const { retrainKey = '' } = predictionOne.japan.published[0] ?? {};
    await call('GET', `${bench.platform.endpoint}/ping`, { key: retrainKey });
    await call('GET', control, { headers });
    expect(bench.sandbox.state().credentialLeaks).toBe(3);
    expect(bench.sandbox.requests().every(({ credentialLeak }) => credentialLeak)).toBe(true);
  });

  it('is not needed to see that there is somebody', async () => {
    const { endpoint } = bench.platform;
    expect((await call('GET', `${endpoint}/version/`)).json).toEqual({
      ...{ major: 2, minor: 26, versionString: '2.26.0' },
    });
    expect((await call('GET', `${endpoint}/ping`)).json).toEqual({ response: 'pong' });
    expect((await call('GET', `${endpoint}/nowhere/`)).status).toBe(401);
    expect(await bench.api('GET', '/nowhere/')).toMatchObject({
      status: 404,
      json: { message: 'Not Found' },
    });
  });
});

it.each([
  '/deployments',
  '/deployments/',
  '//deployments//',
  '/version',
  '/ping/',
  '//ping',
  '/batchPredictions',
])('takes %s', async (path) => {
  expect((await bench.api('GET', path)).status).toBe(200);
});

it('links to the host that the client used', async () => {
  const { endpoint } = bench.platform;
  const elsewhere = endpoint.replace('127.0.0.1', 'localhost');
  await bench.create();
  await bench.create();
  const { json } = await call('GET', `${elsewhere}/batchPredictions?limit=1`, {
    headers: { authorization: bench.authorization },
  });
  const root = `${elsewhere}/batchPredictions/`;
  expect(json.next).toBe(`${root}?limit=1&offset=1`);
  expect(json.data[0].links.self).toBe(`${root}${json.data[0].id}/`);
});

describe('deployments', () => {
  const get = async (query: string) => (await bench.api('GET', `/deployments/${query}`)).json;
  const labels = async (query: string) =>
    (await get(query)).data.map(({ label }: { label: string }) => label);

  it('are listed as they are described', async () => {
    const { data, ...page } = await get('');
    expect(page).toEqual({ count: 5, totalCount: 5, next: null, previous: null });
    expect(bench.platform.deployments).toMatchObject(
      data.map((each: { id: string; label: string; model: Record<string, string> }) => ({
        id: each.id,
        label: each.label,
        ...(each.model.targetName === null ? {} : { targetName: each.model.targetName }),
        targetType: each.model.targetType,
      })),
    );
    expect(bench.deployment('penguins-sex')).toMatchObject({
      ...{ targetName: 'Sex', targetType: 'Binary', positiveClass: 'FEMALE' },
      columns: expect.arrayContaining(['Sex', 'Species']),
      sampleRow: { Species: 'Adelie', Island: 'Torgersen' },
    });
    expect(bench.deployment('penguins-sex').sampleRow).not.toHaveProperty('Sex');
  });

  it('are searched, sorted and cut into pages', async () => {
    expect(await labels('?search=PENGUINS')).toEqual(['penguins-species', 'penguins-sex']);
    expect(await labels('?orderBy=-label')).toEqual([
      ...['penguins-species', 'penguins-sex', 'echo-serverless', 'echo', 'cars-fuel'],
    ]);
    expect(await labels('?orderBy=label&offset=3&limit=1')).toEqual(['penguins-sex']);
    expect(await labels('?orderBy=-createdAtTimestamp')).toHaveLength(5);
    expect(await labels('?status=inactive')).toEqual([]);
    expect((await bench.api('GET', '/deployments/?limit=101')).status).toBe(422);
    expect((await bench.api('GET', '/deployments/?orderBy=x')).status).toBe(422);
  });

  it('are shown one by one', async () => {
    const { id } = bench.deployment('cars-fuel');
    expect((await bench.api('GET', `/deployments/${id}/`)).json).toMatchObject({
      ...{ id, status: 'active', predictionEnvironment: { platform: 'datarobot' } },
      defaultPredictionServer: { url: bench.platform.predictionServer.url },
    });
    const sex = bench.deployment('penguins-sex').id;
    expect((await bench.api('GET', `/deployments/${sex}`)).json).toMatchObject({
      ...{ defaultPredictionServer: null, predictionEnvironment: { platform: 'datarobotServerless' } },
    });
    expect((await bench.api('GET', '/deployments/none/')).status).toBe(404);
  });
});

it('says the same for the same seed', async () => {
  const [first, again, other] = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const started = await DataRobotBench.start({ seed });
      const { endpoint: _url, predictionServer, portableServer, ...others } = started.platform;
      const rest = { ...others, key: predictionServer.key, token: portableServer.token };
      await started.sandbox.close();
      return JSON.stringify(rest);
    }),
  );
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});
