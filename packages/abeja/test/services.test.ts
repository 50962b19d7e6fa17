import type { JobRecord } from '@modelferry/operation';
import { errorOf, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { abeja } from '../src/index.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

const deployment = () => stage.platform.deployment;
const modelId = () => stage.platform.jobDefinitions[0]!.modelId;
const create = (more: object = {}, records: JobRecord[] = []) => {
  const { id: deploymentId, versionId } = deployment();
  const given = { deploymentId, versionId, modelId: modelId(), ...more };
  return stage.perform('service.create', given, { records });
};
const perform = (name: string, serviceId: unknown, more: object = {}) =>
  stage.perform(`service.${name}`, { deploymentId: deployment().id, serviceId, ...more });
const statusOf = (serviceId: unknown) => stage.state.services.find(({ id }) => id === serviceId)?.status;

describe('create', () => {
  test('makes a service as it was asked for, and waits until it is ready', async () => {
    const settings = {
      instanceType: 'cpu-1',
      instanceNumber: 2,
      environment: 'LEVEL=3\nTOKEN=top-secret-word',
    };
    const performance = await create(settings);
    expect(valueOf(performance)).toMatchObject({
      ...{ deploymentId: deployment().id, versionId: deployment().versionId, modelIds: [modelId()] },
      ...{ status: 'READY', ready: true, pending: false, instanceType: 'cpu-1', instanceNumber: 2 },
      environment: { LEVEL: '3', TOKEN: 'top-secret-word' },
    });
    expect(JSON.stringify([performance.records, performance.events])).not.toContain('top-secret-word');
  });

  test('returns at once where that is wanted', async () => {
    expect(valueOf(await create({ waitForCompletion: false }))).toMatchObject({
      ready: false,
      pending: true,
    });
  });

  test('is pending when the time is up, and a later try goes on with it', async () => {
    const records: JobRecord[] = [];
    stage.enable('service-stuck');
    const { serviceId } = valueOf(await create({ timeoutMs: 30_000 }, records));
    stage.sandbox.variants.change({ disable: ['service-stuck'] });
    expect(valueOf(await create({ timeoutMs: 30_000 }, records))).toMatchObject({
      serviceId,
      pending: false,
    });
    expect(stage.state.servicesCreated).toBe(1);
  });

  test('a later try of one that failed begins anew', async () => {
    const records: JobRecord[] = [];
    stage.enable('service-fails');
    expect(errorOf(await create({}, records)).code).toBe('job-failed');
    stage.sandbox.variants.change({ disable: ['service-fails'] });
    expect(valueOf(await create({}, records))).toMatchObject({ ready: true });
    expect(stage.state.servicesCreated).toBe(2);
  });

  test.each(['drop-after-create', 'error-after-create'] as const)('is found: %s', async (kind) => {
    stage.plan({ kind, operation: 'serviceCreate' });
    const performance = await create();
    expect(valueOf(performance)).toMatchObject({ ready: true });
    expect(warningsOf(performance)).toMatch(/is new since then/);
    expect(stage.state.servicesCreated).toBe(1);
  });

  test('is not taken for one that is otherwise', async () => {
    stage.plan({ kind: 'reset-after-body', operation: 'serviceCreate' });
    const refused = await create({ instanceType: 'cpu-2' });
    expect(errorOf(refused).code).toBe('outcome-unknown');
    expect(wordsOf(refused)).toMatch(/use a new one that is there/);
  });

  test.each([
    [{ instanceType: 'huge' }, /must be as cpu-1/],
    [{ instanceNumber: 301 }, /between 1 and 300/],
    [{ environment: '1A=2' }, /"1A"/],
  ])('refuses what cannot work: %p', async (more, words) => {
    expect(wordsOf(await create(more))).toMatch(words);
    expect(stage.count('serviceCreate')).toBe(0);
  });
});

test('get and get many', async () => {
  const { serviceId } = deployment();
  expect(valueOf(await perform('get', serviceId))).toMatchObject({ serviceId, ready: true });
  const made = valueOf(await create({ waitForCompletion: false }))['serviceId'];
  const ids = async (more: object = {}) =>
    valueOf<readonly { readonly serviceId: string }[]>(
      await stage.perform('service.getMany', { deploymentId: deployment().id, ...more }),
    ).map((one) => one.serviceId);
  expect((await ids()).sort()).toEqual([serviceId, made].sort());
  expect(await ids({ limit: 1 })).toHaveLength(1);
  stage.enable('service-stuck');
  expect(await ids({ returnAll: true })).toHaveLength(2);
});

describe('stop and start', () => {
  test('a service that is not in use', async () => {
    const { serviceId } = valueOf(await create());
    expect(valueOf(await perform('stop', serviceId))).toEqual({ stopped: true, alreadyStopped: false });
    expect(valueOf(await perform('stop', serviceId))).toEqual({ stopped: true, alreadyStopped: true });
    expect(valueOf(await perform('start', serviceId))).toMatchObject({ ready: true, pending: false });
    expect(valueOf(await perform('start', serviceId))).toMatchObject({ ready: true });
    expect(stage.count('serviceStart')).toBe(1);
  });

  test('one in use is stopped only where that is allowed', async () => {
    const { serviceId } = deployment();
    const refused = await perform('stop', serviceId);
    expect(errorOf(refused).code).toBe('conflict');
    expect(wordsOf(refused)).toMatch(/in use, by the endpoint default/);
    expect(statusOf(serviceId)).toBe('READY');
    expect(valueOf(await perform('stop', serviceId, { allowInUse: true }))).toMatchObject({ stopped: true });
  });

  test('by the other words, too', async () => {
    const { serviceId } = valueOf(await create());
    stage.enable('service-odd-status');
    valueOf(await perform('stop', serviceId));
    expect(valueOf(await perform('start', serviceId))).toMatchObject({ ready: true });
  });

  test('start returns at once where that is wanted', async () => {
    const { serviceId } = valueOf(await create());
    valueOf(await perform('stop', serviceId));
    expect(valueOf(await perform('start', serviceId, { waitForCompletion: false }))).toMatchObject({
      pending: true,
    });
  });

  const lost = ['drop-before-answer', 'http-500-once', 'reset-after-body', 'retry-after-seconds'] as const;
  test.each(lost)('are brought about: %s', async (kind) => {
    const { serviceId } = valueOf(await create());
    stage.plan({ kind, operation: 'serviceStop' });
    stage.plan({ kind, operation: 'serviceStart' });
    expect(valueOf(await perform('stop', serviceId))).toMatchObject({ stopped: true });
    expect(statusOf(serviceId)).toBe('STOPPED');
    expect(valueOf(await perform('start', serviceId))).toMatchObject({ ready: true });
  });
});

describe('delete', () => {
  test.each([undefined, 'delete-in-use-ok'])('never one in use: %s', async (variant) => {
    if (variant !== undefined) stage.enable(variant);
    expect(errorOf(await perform('delete', deployment().serviceId)).code).toBe('conflict');
    expect(stage.count('serviceDelete')).toBe(0);
  });

  test.each(['drop-before-answer', 'http-500-once', 'reset-after-body'] as const)(
    'is brought about: %s',
    async (kind) => {
      const { serviceId } = valueOf(await create());
      stage.plan({ kind, operation: 'serviceDelete' });
      expect(valueOf(await perform('delete', serviceId))).toEqual({ deleted: true });
      expect(statusOf(serviceId)).toBeUndefined();
      expect(errorOf(await perform('delete', serviceId)).code).toBe('not-found');
    },
  );
});

describe('a 400 may mean that it is not there', () => {
  beforeEach(() => stage.enable('missing-as-400'));

  test('one that is gone is seen to be', async () => {
    const { serviceId } = valueOf(await create());
    stage.plan({ kind: 'drop-after-create', operation: 'serviceDelete' });
    expect(valueOf(await perform('delete', serviceId))).toEqual({ deleted: true });
    expect(stage.count('serviceDelete')).toBe(1);
  });

  test('a later try begins anew where the service was deleted, and there alone', async () => {
    const records: JobRecord[] = [];
    const { serviceId } = valueOf(await create({}, records));
    stage.plan({ kind: 'vendor-error', operation: 'service' });
    expect(valueOf(await create({}, records))).toMatchObject({ serviceId });
    valueOf(await perform('delete', String(serviceId)));
    expect(valueOf(await create({}, records))['serviceId']).not.toBe(serviceId);
    expect(stage.state.servicesCreated).toBe(2);
  });
});

describe('lookups', () => {
  const list = async (name: string, request: object = {}) =>
    (await abeja.lookups[name]!(stage.context(), request)).entries;

  type Case = readonly [name: string, needs: Readonly<Record<string, () => string>>, first: () => string];
  const cases: readonly Case[] = [
    ['deployments', {}, () => deployment().id],
    ['services', { deploymentId: () => deployment().id }, () => deployment().serviceId],
    ['endpoints', { deploymentId: () => deployment().id }, () => 'default'],
    ['codeVersions', { deploymentId: () => deployment().id }, () => deployment().versionId],
    ['models', { definition: () => 'cars-fuel' }, () => modelId()],
    ['definitions', {}, () => 'cars-fuel'],
    ['channels', {}, () => stage.platform.channel.id],
    ['datasets', {}, () => stage.platform.datasets[0]!.id],
  ];
  test.each(cases)(
    '%s lists what there is, filters it, and nothing without what it depends on',
    async (name, needs, first) => {
      const inputs = Object.fromEntries(Object.entries(needs).map(([field, value]) => [field, value()]));
      const entries = await list(name, { inputs });
      expect(entries.map(({ value }) => value)).toContain(first());
      expect(await list(name, { inputs, filter: first() })).toHaveLength(1);
      expect(await list(name, { inputs, filter: 'nothing like it' })).toEqual([]);
      if (Object.keys(needs).length > 0) expect(await list(name)).toEqual([]);
    },
  );

  test('an item of a dataset has the columns that its rows need', async () => {
    const columns = await abeja.columnLookups['datasetItemColumns']!(stage.context(), {});
    expect(columns.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'dataUri',
      'dataType',
    ]);
  });
});
