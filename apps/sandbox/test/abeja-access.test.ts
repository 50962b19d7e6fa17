import { AbejaBench, basic } from './abeja-bench.ts';
import { call } from './client.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const get = (authorization?: string) =>
  call('GET', `${bench.platform.baseUrl}${bench.training}`, {
    headers: authorization === undefined ? {} : { authorization },
  });

it.each<[string, (platform: AbejaBench['platform']) => string | undefined, number]>([
  ['a user', ({ user }) => basic(`user-${user.id}:${user.token}`), 200],
  ['a bearer token', ({ bearerToken }) => `Bearer ${bearerToken}`, 200],
  ['a user without the prefix', ({ user }) => basic(`${user.id}:${user.token}`), 401],
  ['a wrong token', ({ user }) => basic(`user-${user.id}:x`), 401],
  ['another user', ({ user }) => basic(`user-1:${user.token}`), 401],
  ['a wrong bearer token', () => 'Bearer x', 401],
  ['nothing', () => undefined, 401],
  ['what is no base64', () => 'Basic %%%', 401],
  ['a datasource', ({ datasource }) => basic(`datasource-${datasource.id}:${datasource.secret}`), 403],
  ['a datasource with a wrong secret', ({ datasource }) => basic(`datasource-${datasource.id}:x`), 401],
  ['a regular user', ({ regularUser }) => basic(`user-${regularUser.id}:${regularUser.token}`), 200],
])('%s', async (_name, authorization, status) => {
  expect((await get(authorization(bench.platform))).status).toBe(status);
});

it('a regular user may read and call, and not change', async () => {
  const { id, token } = bench.platform.regularUser;
  const headers = { authorization: basic(`user-${id}:${token}`) };
  const path = `${bench.training}/cars-fuel/versions/1/jobs`;
  const answer = await bench.api('POST', path, { headers });
  expect([answer.status, answer.json.error]).toEqual([403, 'forbidden']);
  const called = await bench.api('POST', `/deployments/${bench.platform.deployment.id}`, {
    ...{ headers, body: {} },
  });
  expect(called.status).toBe(200);
});

it('a datasource uploads to its own channels', async () => {
  const { channel, datasource } = bench.platform;
  const headers = { authorization: basic(`datasource-${datasource.id}:${datasource.secret}`) };
  expect((await bench.send('POST', `/channels/${channel.id}/upload`, 'x', headers)).status).toBe(200);
  const made = await bench.api('POST', `${bench.root}/channels`, { body: { name: 'other' } });
  const other = `/channels/${made.json.channel.channel_id}/upload`;
  expect((await bench.send('POST', other, 'x', headers)).status).toBe(403);
});

it('writes down what was asked, and no secret of it', async () => {
  const { user, bearerToken, datasource, channel } = bench.platform;
  await get(bench.authorization);
  await get(`Bearer ${bearerToken}`);
  const made = await bench.api('PUT', `${bench.root}/channels/${channel.id}/datasources`);
  const pair = `datasource-${made.json.datasource_id}:${made.json.secret}`;
  await bench.send('POST', `/channels/${channel.id}/upload`, 'x', { authorization: basic(pair) });
  const written = JSON.stringify(bench.sandbox.requests());
  for (const secret of [user.token, bearerToken, datasource.secret, made.json.secret, basic(pair).slice(6)])
    expect(written).not.toContain(secret);
  const shown = bench.sandbox.requests().map(({ headers }) => headers.authorization);
  expect(shown).toEqual([
    'Basic [ABEJA admin user]',
    'Bearer [ABEJA bearer token]',
    'Basic [ABEJA admin user]',
    'Basic [ABEJA datasource]',
  ]);
  expect(bench.sandbox.state().credentialLeaks).toBe(0);
});

it('a credential on a presigned URL is refused, and is a leak', async () => {
  const { json } = await bench.api('GET', `${bench.training}/cars-fuel/versions/1/source`);
  const headers = { authorization: bench.authorization };
  expect((await call('GET', json.download_uri, { headers })).status).toBe(400);
  expect(bench.sandbox.state().credentialLeaks).toBe(1);
  expect((await call('GET', json.download_uri)).status).toBe(200);
  expect((await call('GET', `${json.download_uri}x`)).status).toBe(403);
});

it('a presigned URL lives an hour', async () => {
  const { json } = await bench.api('GET', `${bench.training}/cars-fuel/versions/1/source`);
  bench.sandbox.clock.advance(3_601_000);
  expect((await call('GET', json.download_uri)).status).toBe(403);
});

it('credentials elsewhere are a leak', async () => {
  const { dataRobot } = bench.sandbox.describe();
  await call('GET', `${dataRobot.endpoint}/deployments/`, {
    headers: { authorization: bench.authorization },
  });
  expect(bench.sandbox.state().credentialLeaks).toBe(1);
});

it('is the same at every start, and after a reset at any time', async () => {
  bench.sandbox.clock.advance(90_000);
  await bench.sandbox.reset();
  const other = await AbejaBench.start();
  const { baseUrl: _base, serviceBaseUrl: _service, ...same } = other.platform;
  expect(bench.sandbox.describe().abeja).toMatchObject(same);
  await other.sandbox.close();
});
