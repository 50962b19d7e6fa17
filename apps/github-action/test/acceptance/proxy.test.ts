import type { ActionResult, Cancel, CancelMeans } from '@modelferry/github-runner';
import type { Sandbox } from '@modelferry/sandbox';
import { inWait as inTraining } from './abeja/support/moments.ts';
import { trainInputs } from './abeja/support/steps.ts';
import { inWait as inScoring } from './datarobot/support/moments.ts';
import { scoreInputs } from './datarobot/support/scoring.ts';
import { logText } from './support/log-text.ts';
import { onStage, type OnStage, type StageOptions } from './support/on-stage.ts';
import { countOf } from './support/requests.ts';
import { resultBytes } from './support/result-file.ts';
import { expectSecretsNowhere } from './support/secrets-nowhere.ts';
import { hiddenName, startTestProxy, type TestProxy } from './support/test-proxy.ts';

let proxy: TestProxy;
beforeEach(async () => {
  proxy = await startTestProxy();
});
afterEach(() => proxy.close());

/** A step that starts a job, waits for it and brings a file. */
interface Case {
  readonly inputs: (stage: OnStage) => Promise<Readonly<Record<string, string>>>;
  /** The input that says where the vendor is. */
  readonly endpoint: string;
  /** Has a job stand still. */
  readonly stuck: StageOptions;
  readonly inWait: (sandbox: Sandbox, means: CancelMeans) => Cancel;
  /** The call that ends a job. */
  readonly ends: string;
}

const cases: Readonly<Record<string, Case>> = {
  'datarobot/batch-predict': {
    ...{ inputs: scoreInputs, endpoint: 'endpoint', inWait: inScoring, ends: 'batchDelete' },
    stuck: { faults: [{ kind: 'job-stuck' }] },
  },
  'abeja/train': {
    ...{ inputs: trainInputs, endpoint: 'base-url', inWait: inTraining, ends: 'trainingJobStop' },
    stuck: { variants: ['stuck-pending'] },
  },
};

/** Every request came through the proxy, and none beside it. */
function expectAllForwarded({ sandbox }: OnStage): void {
  expect(proxy.forwarded.map((line) => line.replace(/^\w+ /, ''))).toEqual(
    sandbox.requests().map(({ path }) => path),
  );
}

describe.each(Object.entries(cases))(
  '%s behind a proxy',
  (action, { inputs, endpoint, stuck, inWait, ends }) => {
    /** What to give when the vendor's name cannot be found without the proxy. */
    const hidden = async (stage: OnStage) => {
      const given = await inputs(stage);
      return { ...given, [endpoint]: given[endpoint]?.replace('127.0.0.1', hiddenName) ?? '' };
    };
    const expectFile = ({ main }: ActionResult) => {
      expect(main.outputs).toMatchObject({ outcome: 'succeeded' });
      expect(resultBytes(main).length).toBeGreaterThan(100);
    };

    test(
      'every request goes through it, and its password shows nowhere',
      onStage({}, async (stage) => {
        const result = await stage.run(action, await hidden(stage), { proxy });
        expectFile(result);
        expectAllForwarded(stage);
        await expectSecretsNowhere(stage, [result], [proxy.password]);
      }),
    );

    test.each(['cancel', 'kill'] as const)(
      'the request that ends a job goes through it, after a %s',
      (means) =>
        onStage(stuck, async (stage) => {
          const cancel = inWait(stage.sandbox, means);
          await stage.run(action, await hidden(stage), { proxy, cancel });
          expect(countOf(stage.sandbox, ends)).toBe(1);
          expectAllForwarded(stage);
        })(),
    );

    test(
      'what NO_PROXY names is asked directly',
      onStage({}, async (stage) => {
        const noProxy = 'example.com,127.0.0.1';
        expectFile(await stage.run(action, await inputs(stage), { proxy: { ...proxy, noProxy } }));
        expect(proxy.forwarded).toEqual([]);
      }),
    );

    test(
      'it works on a Node that knows nothing of proxies',
      onStage({}, async (stage) => {
        expectFile(await stage.run(action, await hidden(stage), { proxy, variant: 'old-node' }));
        expectAllForwarded(stage);
      }),
    );

    test(
      'a wrong password for it is told, and not shown',
      onStage({}, async (stage) => {
        const url = proxy.url.replace(proxy.password, 'another-password-0815');
        const result = await stage.run(action, await hidden(stage), { proxy: { url } });
        expect(result.main.annotations[0]?.message).toMatch(/407/);
        expect(logText(result.main)).not.toContain('another-password');
        await expectSecretsNowhere(stage, [result], ['another-password-0815']);
        expect(stage.sandbox.requests()).toEqual([]);
      }),
    );
  },
);
