import type { JobRecord } from '@modelferry/operation';
import { errorOf, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { source } from './support/answers.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();
let modelId: string;
beforeEach(async () => {
  modelId = await newModel();
});

const definition = 'cars-fuel';
const deployment = () => stage.platform.deployment;
const row = source('row.json', '{"Horsepower": 130, "Weight_in_lbs": 3504}');
const pointsTo = () => stage.state.endpoints.find(({ alias }) => alias === 'default')?.serviceId;
const given = (more: object = {}) => ({ deploymentId: deployment().id, definition, modelId, ...more });
const switchModel = (more: object = {}, records: JobRecord[] = []) =>
  stage.perform('service.switchModel', given(more), { records });

/** A model with figures, by a job that has really learned. */
async function newModel(): Promise<string> {
  const { client, signal } = stage.context();
  const { jobId } = await client.createJob(definition, 1, {}, signal);
  while ((await client.getJob(definition, jobId, signal)).status !== 'Complete');
  const { entries } = await client.getModels(definition, {}, signal);
  return entries.find((model) => model.trainingJobId === jobId)?.modelId ?? '';
}

test('a service with the new model is made, tried and switched to, and the old one is kept', async () => {
  const previousServiceId = deployment().serviceId;
  const switched = valueOf(await switchModel({ sampleFile: row }));
  expect(switched).toMatchObject({
    ...{ switched: true, alreadyCurrent: false, pending: false, goodEnough: true },
    ...{ previousServiceId, previousStopped: false, status: 'READY', modelId },
    sampleAnswer: expect.stringContaining('predictions') as string,
  });
  expect(switched['sampleAnswer']).toContain(switched['serviceId']);
  expect(pointsTo()).toBe(switched['serviceId']);
  expect(stage.state).toMatchObject({ servicesCreated: 1, switches: 1 });
  expect(stage.state.services).toContainEqual(
    expect.objectContaining({ id: previousServiceId, status: 'READY' }),
  );
});

test('what answers already is not made again', async () => {
  await switchModel();
  expect(valueOf(await switchModel())).toMatchObject({ switched: false, alreadyCurrent: true });
  expect(stage.state).toMatchObject({ servicesCreated: 1, switches: 1 });
});

test('what answers on another machine is made again', async () => {
  await switchModel();
  expect(valueOf(await switchModel({ instanceType: 'cpu-2' }))).toMatchObject({ switched: true });
  expect(stage.state).toMatchObject({ servicesCreated: 2, switches: 2 });
});

test('the code, machines and variables are those of the old service', async () => {
  const { client, signal } = stage.context();
  const { id, versionId, endpointAlias } = deployment();
  const settings = { versionId, instanceType: 'cpu-2', instanceNumber: 3, environment: { LEVEL: 'x' } };
  const { serviceId } = await client.createService(id, settings, signal);
  while ((await client.getService(id, serviceId, signal)).status !== 'READY');
  await client.pointEndpoint(id, endpointAlias, { serviceId }, signal);
  const made = valueOf(await switchModel())['serviceId'];
  expect(await client.getService(id, String(made), signal)).toMatchObject({
    ...{ modelVersionId: versionId, instanceType: 'cpu-2', instanceNumber: 3, userEnvVars: { LEVEL: 'x' } },
    models: { alias: { modelId } },
  });
});

test('the old service is stopped where that is asked for', async () => {
  const { serviceId } = deployment();
  expect(valueOf(await switchModel({ stopPrevious: true }))).toMatchObject({ previousStopped: true });
  expect(stage.state.services).toContainEqual(expect.objectContaining({ id: serviceId, status: 'STOPPED' }));
});

test('an old service that another endpoint points to goes on', async () => {
  const { client, signal } = stage.context();
  const { id, serviceId } = deployment();
  await client.createEndpoint(id, { serviceId, customAlias: 'canary' }, signal);
  const performance = await switchModel({ stopPrevious: true });
  expect(valueOf(performance)).toMatchObject({ switched: true, previousStopped: false });
  expect(warningsOf(performance)).toMatch(/was not stopped: canary points to it/);
});

describe('the gate', () => {
  test.each([
    [{ metricThreshold: -1_000 }, true],
    [{ metricThreshold: 1_000 }, false],
    [{ metricThreshold: -1_000, metricCondition: 'atMost' }, false],
  ])('%p lets pass: %p', async (gate, goodEnough) => {
    const performance = await switchModel({ metricName: 'loss', failIfNotGoodEnough: false, ...gate });
    const value = valueOf(performance);
    expect(value).toMatchObject({ goodEnough, switched: goodEnough });
    expect(value['metricValue']).toMatch(/^-?\d/);
    expect(stage.state.switches).toBe(goodEnough ? 1 : 0);
    if (!goodEnough) {
      expect(stage.state.servicesCreated).toBe(0);
      expect(warningsOf(performance)).toMatch(/not good enough: loss is [\d.-]+, which is not at/);
    }
  });

  test('what does not pass is a failure, and nothing is made', async () => {
    const failed = await switchModel({ metricName: 'loss', metricThreshold: 1_000 });
    expect(errorOf(failed).code).toBe('job-failed');
    expect(wordsOf(failed)).toMatch(
      /^Model \d+ is not good enough: loss is [\d.-]+, which is not at least 1000. Nothing was switched. Train a better/,
    );
    expect(stage.state).toMatchObject({ servicesCreated: 0, switches: 0 });
  });

  test('a figure that is not there does not pass, and those that are there are named', async () => {
    const gate = { metricName: 'accuracy of all', metricThreshold: 1 };
    const said = /accuracy of all is to be at least 1, and there is no such figure: there are .*loss/;
    expect(wordsOf(await switchModel(gate))).toMatch(said);
    const told = await switchModel({ ...gate, failIfNotGoodEnough: false });
    expect(valueOf(told)).toMatchObject({ goodEnough: false, switched: false, metricValue: undefined });
    expect(warningsOf(told)).toMatch(said);
    expect(stage.state.servicesCreated).toBe(0);
  });

  test('needs a threshold', async () => {
    expect(errorOf(await switchModel({ metricName: 'loss' })).code).toBe('invalid-input');
  });
});

describe('what keeps it from being switched', () => {
  test.each([undefined, 'missing-as-400'])('an endpoint that is not there: %s', async (variant) => {
    if (variant !== undefined) stage.enable(variant);
    expect(wordsOf(await switchModel({ endpoint: 'other' }))).toMatch(/has default/);
    expect(stage.state.servicesCreated).toBe(0);
  });

  test('a model that is not there', async () => {
    expect(errorOf(await switchModel({ modelId: '404' })).code).toBe('not-found');
  });

  test('a model in the archive is told as such', async () => {
    const { client, signal } = stage.context();
    await client.archiveModel(definition, modelId, signal);
    const refused = await switchModel();
    expect(errorOf(refused).code).toBe('rejected');
    expect(warningsOf(refused)).toMatch(/in the archive/);
  });

  test('a model in the archive is served where the platform lets it be', async () => {
    const { client, signal } = stage.context();
    await client.archiveModel(definition, modelId, signal);
    stage.enable('archived-usable');
    expect(valueOf(await switchModel())).toMatchObject({ switched: true });
  });

  test('a service that is not ready, even where the platform would let it be', async () => {
    stage.enable('service-stuck', 'endpoint-accepts-not-ready');
    expect(valueOf(await switchModel({ timeoutMs: 60_000 }))).toMatchObject({ pending: true });
    expect(stage.count('endpointUpdate')).toBe(0);
  });

  test('a service that fails', async () => {
    const before = pointsTo();
    stage.enable('service-fails');
    const refused = await switchModel();
    expect(errorOf(refused).code).toBe('job-failed');
    expect(wordsOf(refused)).toMatch(/it is FAILED/);
    expect(pointsTo()).toBe(before);
  });

  test('a service that does not answer the sample', async () => {
    const before = pointsTo();
    const refused = await switchModel({ sampleFile: source('row.json', 'no row') });
    expect(wordsOf(refused)).toMatch(/did not answer the sample, and no endpoint was pointed to it/);
    expect(pointsTo()).toBe(before);
  });

  test.each([0, 1])('an endpoint that somebody else moves (after %p looks)', async (skip) => {
    stage.plan({ kind: 'endpoint-moved-by-other', operation: 'endpoint', skip });
    const performance = await switchModel();
    if (skip === 0) {
      expect(errorOf(performance).code).toBe('conflict');
      expect(wordsOf(performance)).toMatch(/and was left alone.*Roll Back/);
      expect(stage.state.switches).toBe(0);
    } else {
      // Between the last look and the switch nobody can see it
      expect(valueOf(performance)).toMatchObject({ switched: true });
    }
  });

  test('an endpoint that somebody else moves after the switch', async () => {
    stage.enable('endpoint-lags');
    stage.plan({ kind: 'endpoint-moved-by-other', operation: 'endpoint', skip: 2, times: 3 });
    const performance = await switchModel();
    expect(errorOf(performance).code).toBe('conflict');
    expect(wordsOf(performance)).toMatch(/after it was pointed to service/);
  });
});

describe('time', () => {
  test.each(['service-stuck', 'service-never-ready'])(
    'is up before the service is ready: %s',
    async (why) => {
      const records: JobRecord[] = [];
      if (why === 'service-stuck') stage.enable(why);
      else stage.plan({ kind: 'service-never-ready' });
      const before = pointsTo();
      const first = valueOf(await switchModel({ timeoutMs: 60_000 }, records));
      expect(first).toMatchObject({ pending: true, switched: false });
      expect(pointsTo()).toBe(before);
      if (why !== 'service-stuck') return;
      stage.sandbox.variants.change({ disable: ['service-stuck'] });
      const second = await switchModel({ timeoutMs: 60_000 }, records);
      expect(valueOf(second)).toMatchObject({ switched: true, serviceId: first['serviceId'] });
      expect(warningsOf(second)).toMatch(/Going on with service/);
      expect(stage.state.servicesCreated).toBe(1);
    },
  );

  test('a later try of what was switched still knows the way back', async () => {
    const records: JobRecord[] = [];
    const first = valueOf(await switchModel({}, records));
    const again = valueOf(await switchModel({}, records));
    expect(again).toMatchObject({ switched: true, previousServiceId: first['previousServiceId'] });
    expect(stage.state).toMatchObject({ servicesCreated: 1, switches: 1 });
  });

  test('an endpoint shows the switch late', async () => {
    stage.enable('endpoint-lags');
    expect(valueOf(await switchModel())).toMatchObject({ switched: true });
    expect(stage.count('endpointUpdate')).toBe(1);
  });

  test('a status that nobody knows is waited for', async () => {
    stage.enable('service-odd-status');
    expect(valueOf(await switchModel())).toMatchObject({ switched: true });
  });
});

describe('lost answers', () => {
  test.each(['drop-after-create', 'error-after-create', 'truncated-json'] as const)(
    'the service is found: %s',
    async (kind) => {
      stage.plan({ kind, operation: 'serviceCreate' });
      const performance = await switchModel();
      expect(valueOf(performance)).toMatchObject({ switched: true });
      expect(warningsOf(performance)).toMatch(/is taken for it/);
      expect(stage.state.servicesCreated).toBe(1);
    },
  );

  test('a later try finds the service that the first one could not see', async () => {
    const records: JobRecord[] = [];
    stage.plan({ kind: 'drop-after-create', operation: 'serviceCreate' });
    stage.plan({ kind: 'vendor-error', operation: 'services', skip: 1, times: 2 });
    expect(errorOf(await switchModel({}, records)).code).toBe('outcome-unknown');
    expect(records.map(({ kind, phase }) => [kind, phase])).toEqual([['service-request', 'issued']]);
    expect(valueOf(await switchModel({}, records))).toMatchObject({ switched: true });
    expect(stage.state).toMatchObject({ servicesCreated: 1, switches: 1 });
    expect(records.map(({ kind, phase }) => [kind, phase]).slice(1)).toEqual([
      ['service', 'starting'],
      ['service-request', 'created'],
      ['service', 'ready'],
      ['service-switch', 'issued'],
      ['service-switch', 'switched'],
    ]);
  });

  test('a service that cannot be seen is not asked for again, by a later try neither', async () => {
    const records: JobRecord[] = [];
    stage.plan({ kind: 'reset-after-body', operation: 'serviceCreate' });
    for (const _ of [1, 2]) {
      const refused = await switchModel({}, records);
      expect(errorOf(refused).code).toBe('outcome-unknown');
    }
    expect(stage.count('serviceCreate')).toBe(1);
  });

  test.each(['drop-before-answer', 'http-503-burst', 'reset-after-body', 'retry-after-seconds'] as const)(
    'the endpoint is set surely: %s',
    async (kind) => {
      stage.plan({ kind, operation: 'endpointUpdate' });
      expect(valueOf(await switchModel())).toMatchObject({ switched: true });
      expect(stage.state.switches).toBe(1);
    },
  );

  test('the sample is sent again', async () => {
    stage.plan({ kind: 'http-503-burst', operation: 'serviceCall', times: 2 });
    expect(valueOf(await switchModel({ sampleFile: row }))).toMatchObject({ switched: true });
  });
});

describe('roll back', () => {
  const rollBack = (more: object) =>
    stage.perform('service.rollBack', { deploymentId: deployment().id, ...more });

  test('points the endpoint to the old service, and starts it where it was stopped', async () => {
    const { previousServiceId, serviceId } = valueOf(await switchModel({ stopPrevious: true }));
    const back = valueOf(await rollBack({ serviceId: previousServiceId, sampleFile: row }));
    expect(back).toMatchObject({ switched: true, previousServiceId: serviceId });
    expect(pointsTo()).toBe(previousServiceId);
    expect(valueOf(await rollBack({ serviceId: previousServiceId }))).toMatchObject({ alreadyCurrent: true });
  });

  test('a service that is not there', async () => {
    expect(errorOf(await rollBack({ serviceId: 'ser-404' })).code).toBe('not-found');
  });
});
