import { valueOf } from '@modelferry/testkit';
import { storedZip } from '@modelferry/upload';
import { abeja } from '../src/index.ts';
import { source } from './support/answers.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

type Given = Readonly<Record<string, unknown>>;
const definition = 'cars-fuel';
const deploymentId = () => stage.platform.deployment.id;
const modelId = () => stage.platform.jobDefinitions.find(({ name }) => name === definition)!.modelId;
const model = async (): Promise<Given> => ({ definition, modelId: modelId() });
const other = async (): Promise<string> => {
  const { jobDefinitions, deployment } = stage.platform;
  const modelId = jobDefinitions.find(({ name }) => name !== definition)?.modelId;
  const given = { deploymentId: deployment.id, versionId: deployment.versionId, modelId };
  return String(valueOf(await stage.perform('service.create', given))['serviceId']);
};
const service = async (): Promise<Given> => ({ deploymentId: deploymentId(), serviceId: await other() });
const channel = async (): Promise<Given> => ({ channelId: stage.platform.channel.id });
const file = async (): Promise<Given> => ({
  ...(await channel()),
  fileId: stage.platform.channel.files[0]!.id,
});
const dataset = async (): Promise<Given> => ({ datasetId: stage.platform.datasets[0]!.id });

/** Every operation on models, services and data, with inputs by which it succeeds; what it works on is made by the way. */
const everyOperation: Readonly<Record<string, () => Promise<Given>>> = {
  'model.create': async () => ({
    ...{ definition, file: storedZip('m.zip', [{ path: 'w', source: source('w') }]) },
  }),
  'model.get': model,
  'model.getMany': async () => ({ definition }),
  'model.update': async () => ({ ...(await model()), description: 'new' }),
  'model.archive': model,
  'model.unarchive': model,
  'model.download': model,
  'service.switchModel': async () => {
    const { name, modelId: another } = stage.platform.jobDefinitions.find((one) => one.name !== definition)!;
    const sampleFile = source('row.json', '{"Beak Length (mm)": 39}');
    const given = { deploymentId: deploymentId(), definition: name, modelId: another };
    return { ...given, sampleFile, stopPrevious: true };
  },
  'service.rollBack': service,
  'service.create': async () => ({
    ...{ deploymentId: deploymentId(), versionId: stage.platform.deployment.versionId },
  }),
  'service.get': service,
  'service.getMany': async () => ({ deploymentId: deploymentId() }),
  'service.start': async () => {
    const given = await service();
    await stage.perform('service.stop', given);
    return given;
  },
  'service.stop': service,
  'service.delete': service,
  'datalake.upload': async () => ({ ...(await channel()), file: source('a.csv') }),
  'datalake.getMany': channel,
  'datalake.download': file,
  'datalake.delete': file,
  'dataset.addItems': async () => ({
    ...(await dataset()),
    rows: [{ dataUri: 'datalake://1/2', dataType: 'text/csv' }],
  }),
  'dataset.get': dataset,
  'dataset.getMany': async () => ({}),
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

/** What it gave; also of rows, of which each may fail by itself. */
function expectDone({ performance }: Awaited<ReturnType<typeof perform>>): void {
  const value = valueOf<unknown>(performance);
  const failed = Array.isArray(value) && value.some((one: { readonly ok?: boolean }) => one.ok === false);
  expect(failed).toBe(false);
}
const made = () => [stage.state.modelsCreated, stage.state.servicesCreated, stage.state.files.length];

test('none is missing here', () => {
  const wanted = abeja.operations.filter(({ resource }) =>
    ['model', 'service', 'datalake', 'dataset'].includes(resource),
  );
  expect(names.toSorted()).toEqual(wanted.map(({ resource, name }) => `${resource}.${name}`).toSorted());
});

test.each(names)(
  '%s sits a storm of 429 out: each of its calls is refused before it is served',
  async (name) => {
    const clean = await perform(name);
    expectDone(clean);
    const calls = [...new Set(clean.requests.flatMap(({ operation }) => operation ?? []))];
    expect(calls.length).toBeGreaterThan(0);
    const madeOnce = made();
    await stage.reset();
    const stormy = await perform(name, () => {
      for (const operation of calls) stage.plan({ kind: 'retry-after-seconds', operation, times: 2 });
    });
    expectDone(stormy);
    expect(stormy.requests.length).toBeGreaterThan(clean.requests.length);
    expect(made()).toEqual(madeOnce);
  },
);

const variants = [
  'created-201',
  'empty-204',
  'org-id-only',
  'order-shuffled',
  'upload-exec-env-cloud',
  'rate-limited',
  'rate-limited-no-header',
];
test.each(variants.flatMap((variant) => names.map((name) => [variant, name] as const)))(
  '%s: %s works',
  async (variant, name) => {
    expectDone(await perform(name, () => stage.enable(variant)));
  },
);
