import type { DataRobotLifecycleVariant } from '../src/index.ts';
import { call } from './client.ts';
import { DataRobotBench } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const enable = (name: DataRobotLifecycleVariant) => bench.sandbox.variants.change({ enable: [name] });
const cars = () => bench.deployment('cars-fuel').id;

async function deactivate(): Promise<string> {
  const answer = await bench.api('PATCH', `/deployments/${cars()}/status/`, { body: { status: 'inactive' } });
  expect(answer.status).toBe(202);
  return answer.headers.get('location') ?? '';
}
const get = (location: string) => call('GET', location, { headers: { authorization: bench.authorization } });

it('a task is 200 for two polls, then 303', async () => {
  const location = await deactivate();
  expect((await get(location)).json).toMatchObject({ status: 'INITIALIZED', code: 0, message: '' });
  expect((await bench.api('GET', '/status/')).json.data).toHaveLength(1);
  expect((await get(location)).json).toMatchObject({ status: 'RUNNING', statusType: 'DeploymentStatus' });
  const done = await get(location);
  const { endpoint } = bench.platform;
  expect([done.status, done.headers.get('location')]).toEqual([303, `${endpoint}/deployments/${cars()}/`]);
  expect((await bench.api('GET', `/deployments/${cars()}/`)).json.status).toBe('inactive');
  expect((await bench.api('GET', '/deployments/?status=inactive')).json.count).toBe(1);
  expect((await bench.api('GET', '/status/')).json.data).toEqual([]);
});

it('a task can be forgotten', async () => {
  const location = await deactivate();
  const { authorization } = bench;
  expect((await call('DELETE', location, { headers: { authorization } })).status).toBe(204);
  expect((await get(location)).status).toBe(404);
});

it('status-200-completed', async () => {
  enable('status-200-completed');
  const done = await bench.follow(await deactivate());
  expect([done.status, done.json.status, done.headers.get('location')]).toEqual([200, 'COMPLETED', null]);
});

it('status-stuck-initialized', async () => {
  enable('status-stuck-initialized');
  const last = await bench.follow(await deactivate());
  expect(last.json.status).toBe('INITIALIZED');
  expect((await bench.api('GET', `/deployments/${cars()}/`)).json.status).toBe('inactive');
});

it('location-relative', async () => {
  enable('location-relative');
  expect(await deactivate()).toMatch(/^\/api\/v2\/status\/[0-9a-f]{24}\/$/);
});

it('features say what to send', async () => {
  const get = async (query = '') => (await bench.api('GET', `/deployments/${cars()}/features/${query}`)).json;
  const { data } = await get();
  expect(data).toContainEqual({
    ...{ name: 'Cylinders', featureType: 'Numeric', dateFormat: null, knownInAdvance: false },
    importance: expect.any(Number),
  });
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  expect(names(data)).not.toContain('Miles_per_Gallon');
  expect(names((await get('?includeNonPredictionFeatures=true')).data)).toContain('Miles_per_Gallon');
  expect(names((await get('?search=CYL')).data)).toEqual(['Cylinders']);
  const echo = bench.deployment('echo').id;
  expect((await bench.api('GET', `/deployments/${echo}/features/`)).status).toBe(422);
  expect((await bench.api('GET', '/deployments/none/features/')).status).toBe(404);
});

it('only what is documented can be set', async () => {
  const path = `/deployments/${cars()}/status/`;
  expect((await bench.api('PATCH', path, { body: { status: 'archived' } })).status).toBe(422);
});
