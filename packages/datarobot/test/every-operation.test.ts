import { expectNoSecrets, valueOf, type Performance } from '@modelferry/testkit';
import { dataRobot } from '../src/index.ts';
import { Stage } from './fault-table/support/stage.ts';
import { everyOperation } from './support/every-operation.ts';

const names = dataRobot.operations.map(({ resource, name }) => `${resource}.${name}`);

const stage = Stage.forFile();
beforeEach(() => stage.reset());
afterEach(() => expect(stage.sandbox.faults.unconsumed()).toEqual([]));

const calledSince = (before: number) => stage.sandbox.requests().slice(before);

/** Runs an operation as it is, once what it works on is there. */
async function perform(name: string, change: () => void = () => undefined) {
  const inputs = await everyOperation[name]!(stage);
  const before = stage.sandbox.requests().length;
  change();
  const performance = await stage.perform(name, inputs);
  return { performance, requests: calledSince(before) };
}

/** What must have come of it: also of rows, of which each may fail by itself. */
function expectDone(performance: Performance): void {
  const value = valueOf<unknown>(performance);
  if (!Array.isArray(value)) return;
  expect(value.filter((one: { readonly ok?: boolean }) => one.ok === false)).toEqual([]);
}

/** What has been made at the vendor that goes on or stays. */
const made = () => {
  const { jobsQueued, retrainings, replacements, datasets } = stage.state;
  const versions = datasets.flatMap((dataset) => dataset.versions);
  return [jobsQueued, retrainings.length, replacements, versions.length];
};
function expectSafe(performance: Performance): void {
  expect(stage.sandbox.state().credentialLeaks).toBe(0);
  expectNoSecrets([performance, stage.sandbox.requests()], [stage.platform.apiToken]);
}

test('none is missing here', () => {
  expect(Object.keys(everyOperation).sort()).toEqual([...names].sort());
});

describe('a storm of 429', () => {
  test.each(names)('%s sits it out: each of its calls is refused before it is served', async (name) => {
    const clean = await perform(name);
    expectDone(clean.performance);
    const calls = [...new Set(clean.requests.flatMap(({ operation }) => operation ?? []))];
    expect(calls.length).toBeGreaterThan(0);
    const madeOnce = made();
    await stage.reset();
    const stormy = await perform(name, () =>
      stage.sandbox.faults.plan(
        calls.map((operation) => ({
          kind: 'retry-after-seconds' as const,
          operation,
          // Data that are sent once go to another job, of which there are three at most
          times: operation === 'batchUpload' ? 1 : 3,
        })),
      ),
    );
    if (name === 'batchPrediction.uploadData') {
      // The job is the user's: there is none to send the data to instead
      expect(stormy.performance.result).toMatchObject({
        status: 'rejected',
        reason: { code: 'rate-limited' },
      });
      stage.sandbox.faults.clear();
      return;
    }
    expectDone(stormy.performance);
    expect(stormy.requests.length).toBeGreaterThan(clean.requests.length);
    expect(made()).toEqual(madeOnce);
    expectSafe(stormy.performance);
  });
});

describe('links that name another origin', () => {
  test.each(names)('%s asks nothing of it, and least of all with a key', async (name) => {
    stage.sandbox.variants.change({ enable: ['links-foreign-host'] });
    const { performance } = await perform(name);
    expectDone(performance);
    const origins = new Set(stage.sandbox.requests().map(({ origin }) => origin));
    expect([...origins].filter((origin) => !/^dataRobot/.test(origin))).toEqual([]);
    expectSafe(performance);
  });
});
