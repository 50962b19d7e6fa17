import { startCountingProxy, viaProxy, type CountingProxy } from '../support/counting-proxy.ts';
import { errorOf } from '../support/error-of.ts';
import { onStage, type OnStage, type RunOptions } from '../support/on-stage.ts';
import { cars, muchData, retrainAccess } from '../support/prediction-one.ts';
import { expectSecretsNowhere } from '../support/secrets-nowhere.ts';

const behindProxy = (perform: (stage: OnStage, proxy: CountingProxy) => Promise<void>) =>
  onStage({}, async (stage) => {
    const proxy = await startCountingProxy();
    try {
      await perform(stage, proxy);
    } finally {
      await proxy.close();
    }
  });

const retrain = async ({ run, file, sandbox }: OnStage, options: RunOptions) =>
  run(
    'prediction-one/retrain',
    {
      ...retrainAccess(sandbox),
      // Long enough to go the way of large bodies
      'training-data': await file('cars.csv', muchData(20)),
      'output-dir': 'out',
      'poll-interval': '5s',
    },
    options,
  );

test.concurrent.each<RunOptions['variant']>([[], 'old-node', 'debug'])(
  'every request goes through it, data and result too (%p)',
  (variant) =>
    behindProxy(async (stage, { address, forwarded, tunnels, credentials }) => {
      const password = 'p%40ss-word-4711';
      const result = await retrain(stage, {
        variant,
        proxy: { url: `http://runner:${password}@${address}` },
      });
      expect(result.main).toMatchObject({ outcome: 'success', exitCode: 0 });
      const requests = stage.sandbox.requests();
      expect(requests.length).toBeGreaterThan(4);
      for (const { headers } of requests) expect(headers).toMatchObject(viaProxy);
      expect(forwarded).toHaveLength(requests.length);
      expect(tunnels).toEqual([]);
      const basic = Buffer.from('runner:p@ss-word-4711').toString('base64');
      expect([...credentials]).toEqual([`Basic ${basic}`]);
      await expectSecretsNowhere(stage, [result], [password, 'p@ss-word-4711', basic]);
    })(),
);

test.concurrent(
  'NO_PROXY is honoured, for a host and for a single port',
  behindProxy(async (stage, { address, forwarded }) => {
    const storage = new URL(stage.sandbox.describe().storage.baseUrl).host;
    const proxy = { url: `http://${address}`, noProxy: `example.org, ${storage}` };
    expect((await retrain(stage, { proxy })).main.outcome).toBe('success');
    const direct = stage.sandbox.requests().filter(({ headers }) => headers['via'] === undefined);
    expect(new Set(direct.map(({ origin }) => origin))).toEqual(new Set(['storage']));
    expect(forwarded.length).toBeGreaterThan(0);

    const before = forwarded.length;
    const none = { url: `http://${address}`, noProxy: '127.0.0.1' };
    expect((await retrain(stage, { proxy: none })).main.outcome).toBe('success');
    expect(forwarded).toHaveLength(before);
  }),
);

test.concurrent(
  'an https address is reached by a tunnel only; where it gives none, the step fails and names the proxy',
  behindProxy(async (stage, { address, forwarded, tunnels }) => {
    const { run, file, sandbox } = stage;
    const { main } = await run(
      'prediction-one/retrain',
      {
        ...retrainAccess(sandbox),
        'management-url': `https://${new URL(retrainAccess(sandbox)['management-url']).host}`,
        'training-data': await file('cars.csv', cars()),
      },
      { proxy: { url: `http://${address}` } },
    );
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
    expect(errorOf(main)).toMatch(/proxy/);
    expect(tunnels.length).toBeGreaterThan(0);
    expect({ forwarded, requests: sandbox.requests() }).toEqual({ forwarded: [], requests: [] });
  }),
);

test.concurrent(
  'a proxy that is not there is named, and nothing goes around it',
  onStage({}, async (stage) => {
    const { main } = await retrain(stage, { proxy: { url: 'http://127.0.0.1:9' } });
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(errorOf(main)).toMatch(/proxy/);
    expect(stage.sandbox.requests()).toEqual([]);
  }),
);

test.concurrent(
  'an address of a proxy that is none fails the step, without repeating its password',
  onStage({}, async (stage) => {
    const result = await retrain(stage, { proxy: { url: 'socks5://runner:word-of-pass@127.0.0.1:9' } });
    expect(result.main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(errorOf(result.main)).toMatch(/proxy/i);
    await expectSecretsNowhere(stage, [result], ['word-of-pass']);
    expect(stage.sandbox.requests()).toEqual([]);
  }),
);
