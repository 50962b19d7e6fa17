import { valueOf } from '@modelferry/testkit';
import { storedZip } from '@modelferry/upload';
import { abeja } from '../src/index.ts';
import { source } from './support/answers.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

type Given = Readonly<Record<string, unknown>>;
const definition = 'cars-fuel';
const running = async (): Promise<Given> => {
  const { resumeToken } = valueOf(await stage.perform('job.create', { definition }));
  return { jobId: resumeToken };
};
const complete = async (): Promise<Given> => {
  const job = await running();
  await stage.perform('job.wait', { ...job, downloadResult: false, findModel: false });
  return job;
};
const named = async (): Promise<Given> => ({ definition });
const version = async (): Promise<Given> => ({ definition, version: '1' });
const code = () => storedZip('code.zip', [{ path: 'train.py', source: source('train.py', 'pass') }]);

/** Every operation on training, with inputs by which it succeeds; what it works on is made by the way. */
const everyOperation: Readonly<Record<string, () => Promise<Given>>> = {
  'definition.create': async () => ({ name: 'churn' }),
  'definition.get': named,
  'definition.getMany': async () => ({}),
  'definition.delete': async () => ({ definition, confirm: true }),
  'definition.archive': named,
  'definition.unarchive': named,
  'version.create': async () => ({
    ...{ definition, source: code(), handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10' },
  }),
  'version.get': version,
  'version.getMany': named,
  'version.update': async () => ({ ...(await version()), description: 'new' }),
  'version.downloadSource': version,
  'version.delete': async () => ({ ...(await version()), confirm: true }),
  'version.archive': version,
  'version.unarchive': version,
  'job.run': named,
  'job.create': named,
  'job.wait': running,
  'job.get': running,
  'job.getMany': named,
  'job.stop': running,
  'job.getResult': complete,
  'job.downloadResult': complete,
  'job.updateStatistics': async () => ({ ...(await running()), epoch: 1 }),
  'job.archive': complete,
  'job.unarchive': complete,
};
const names = Object.keys(everyOperation);

/** Runs an operation, once what it works on is there. */
async function perform(name: string, change: () => void = () => undefined) {
  const inputs = await everyOperation[name]!();
  const before = stage.sandbox.requests().length;
  change();
  const performance = await stage.perform(name, inputs);
  return { performance, requests: stage.sandbox.requests().slice(before) };
}
const made = () => [stage.state.jobsCreated, stage.state.versionsCreated, stage.state.modelsCreated];

test('none is missing here', () => {
  const wanted = abeja.operations.filter(({ resource }) =>
    ['definition', 'version', 'job'].includes(resource),
  );
  expect(names.toSorted()).toEqual(wanted.map(({ resource, name }) => `${resource}.${name}`).toSorted());
});

test.each(names)(
  '%s sits a storm of 429 out: each of its calls is refused before it is served',
  async (name) => {
    const clean = await perform(name);
    valueOf(clean.performance);
    const calls = [...new Set(clean.requests.flatMap(({ operation }) => operation ?? []))];
    expect(calls.length).toBeGreaterThan(0);
    const madeOnce = made();
    await stage.reset();
    const stormy = await perform(name, () => {
      for (const operation of calls) stage.plan({ kind: 'retry-after-seconds', operation, times: 2 });
    });
    valueOf(stormy.performance);
    expect(stormy.requests.length).toBeGreaterThan(clean.requests.length);
    expect(made()).toEqual(madeOnce);
  },
);

const variants = ['created-201', 'empty-204', 'org-id-only'];
test.each(variants.flatMap((variant) => names.map((name) => [variant, name] as const)))(
  '%s: %s works',
  async (variant, name) => {
    const { performance } = await perform(name, () => stage.enable(variant));
    valueOf(performance);
  },
);

const refusals = ['error-array', 'error-html', 'error-empty'];
test.each(refusals.flatMap((variant) => names.map((name) => [variant, name] as const)))(
  '%s: what is not there is an error of ours, of %s',
  async (variant, name) => {
    const inputs = await everyOperation[name]!();
    stage.enable(variant, 'training-gone');
    const { result } = await stage.perform(name, inputs);
    expect(result).toMatchObject({
      status: 'rejected',
      reason: { code: expect.stringMatching(/^(not-found|rejected)$/) as string },
    });
  },
);
