import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { asked, countOf } from '../support/requests.ts';
import { expectSecretsNowhere } from '../support/secrets-nowhere.ts';
import { inWait } from './support/moments.ts';
import { resultRows } from './support/result-file.ts';
import { carRows, platform, scoreInputs, vendorState } from './support/scoring.ts';
import { hiddenName, startTestProxy, type TestProxy } from './support/test-proxy.ts';

let proxy: TestProxy;
beforeEach(async () => {
  proxy = await startTestProxy();
});
afterEach(() => proxy.close());

/** The endpoint under a name that cannot be reached without the proxy. */
const hidden = ({ sandbox }: OnStage) => platform(sandbox).endpoint.replace('127.0.0.1', hiddenName);

const methods: Readonly<Record<string, string>> = {
  batchCreate: 'POST',
  batchUpload: 'PUT',
  batchStatus: 'GET',
  batchDownload: 'GET',
  batchDelete: 'DELETE',
};

/** Every request came through the proxy, and none beside it. */
function expectAllForwarded({ sandbox }: OnStage): void {
  const came = sandbox.requests().map(({ operation, path }) => `${methods[operation]} ${path}`);
  expect(proxy.forwarded).toEqual(came);
}

describe('behind a proxy', () => {
  test(
    'every request goes through it, and its password shows nowhere',
    onStage({}, async (stage) => {
      const given = { ...(await scoreInputs(stage)), endpoint: hidden(stage) };
      const result = await stage.run('datarobot/batch-predict', given, { proxy });
      expect(result.main.outputs).toMatchObject({ outcome: 'succeeded' });
      expect(resultRows(result.main)).toHaveLength(carRows);
      expect(asked(stage.sandbox)).toContain('batchDownload');
      expectAllForwarded(stage);
      await expectSecretsNowhere(stage, [result], [proxy.password]);
    }),
  );

  test.each(['cancel', 'kill'] as const)('the request that ends a job goes through it, after a %s', (means) =>
    onStage({ faults: [{ kind: 'job-stuck' }] }, async (stage) => {
      const given = { ...(await scoreInputs(stage)), endpoint: hidden(stage) };
      const cancel = inWait(stage.sandbox, means);
      await stage.run('datarobot/batch-predict', given, { proxy, cancel });
      expect(countOf(stage.sandbox, 'batchDelete')).toBe(1);
      expect(vendorState(stage.sandbox).jobsOpen).toBe(0);
      expectAllForwarded(stage);
    })(),
  );

  test(
    'what NO_PROXY names is asked directly',
    onStage({}, async (stage) => {
      const { main } = await stage.run('datarobot/batch-predict', await scoreInputs(stage), {
        proxy: { ...proxy, noProxy: 'example.com,127.0.0.1' },
      });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded' });
      expect(proxy.forwarded).toEqual([]);
    }),
  );

  test(
    'it works on a Node that knows nothing of proxies',
    onStage({}, async (stage) => {
      const given = { ...(await scoreInputs(stage)), endpoint: hidden(stage) };
      const { main } = await stage.run('datarobot/batch-predict', given, { proxy, variant: 'old-node' });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded' });
      expectAllForwarded(stage);
    }),
  );

  test(
    'a wrong password for it is told, and not shown',
    onStage({}, async (stage) => {
      const given = { ...(await scoreInputs(stage)), endpoint: hidden(stage) };
      const url = proxy.url.replace(proxy.password, 'another-password-0815');
      const result = await stage.run('datarobot/batch-predict', given, { proxy: { url } });
      expect(result.main.annotations[0]?.message).toMatch(/407/);
      expect(logText(result.main)).not.toContain('another-password');
      await expectSecretsNowhere(stage, [result], ['another-password-0815']);
      expect(stage.sandbox.requests()).toEqual([]);
    }),
  );
});
