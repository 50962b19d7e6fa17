import { call } from './client.ts';
import { carsCsv, DataRobotBench } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

describe('access', () => {
  const status = async (headers: Record<string, string>) => {
    const answer = await bench.predict('cars-fuel', carsCsv, { headers });
    return [answer.status, answer.json.message];
  };

  it('wants a token and a key', async () => {
    expect(await status({ 'datarobot-key': '' })).toEqual([401, 'The datarobot-key header is missing']);
    expect(await status({ 'datarobot-key': 'wrong' })).toEqual([401, 'The datarobot-key header is missing']);
    expect(await status({ authorization: 'Bearer wrong' })).toEqual([401, 'Invalid API token']);
    expect((await status({ authorization: 'Bearer ' }))[1]).toMatch('No credentials provided');
    const basic = (user: string) => Buffer.from(`${user}:${bench.platform.apiToken}`).toString('base64');
    expect((await status({ authorization: `Basic ${basic('Sandbox@example.com')}` }))[0]).toBe(200);
    expect((await status({ authorization: `Basic ${basic('other@example.com')}` }))[0]).toBe(401);
    expect(JSON.stringify(bench.sandbox.requests())).not.toContain(bench.platform.predictionServer.key);
    expect(bench.sandbox.state().credentialLeaks).toBe(0);
  });

  it('ends when the token is revoked', async () => {
    bench.sandbox.faults.plan({ kind: 'token-revoked', operation: 'predict' });
    const basic = Buffer.from(`sandbox@example.com:${bench.platform.apiToken}`).toString('base64');
    expect((await status({ authorization: `Basic ${basic}` }))[0]).toBe(401);
    expect((await status({}))[0]).toBe(401);
  });

  it('counts a key that comes to another host as a leak', async () => {
    await bench.api('GET', '/version/', {
      headers: { 'datarobot-key': bench.platform.predictionServer.key },
    });
    expect(bench.sandbox.state().credentialLeaks).toBe(1);
    await call('GET', `${bench.platform.portableServer.url}/ping`, {
      headers: { authorization: bench.authorization },
    });
    expect(bench.sandbox.state().credentialLeaks).toBe(2);
  });

  it('knows which host predicts for whom', async () => {
    const { url, key } = bench.platform.predictionServer;
    const headers = { authorization: bench.authorization, 'datarobot-key': key };
    const sex = bench.deployment('penguins-sex').id;
    const there = `${url}/predApi/v1.0/deployments`;
    expect((await call('POST', `${there}/${sex}/predictions`, { headers, body: [] })).status).toBe(405);
    const nobody = await call('POST', `${there}/nobody/predictions`, { headers, body: [] });
    expect([nobody.status, nobody.json.message]).toEqual([
      ...[404, expect.stringMatching(/^Deployment nobody cannot be found for user [0-9a-f]{24}$/)],
    ]);
  });
});
