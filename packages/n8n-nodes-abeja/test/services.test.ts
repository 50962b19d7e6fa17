import { byId } from '@modelferry/n8n-testkit/run';
import type { IDataObject } from 'n8n-workflow';
import { hastened } from './support/hastened.ts';
import { nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
const service = (operation: string, more: IDataObject = {}) => ({
  ...{ resource: 'service', operation, deploymentId: byId(stage.known.deployment.id) },
  ...more,
});
const state = () => stage.sandbox.state().abeja;
const quick = { pollIntervalSeconds: 5 };
const quickly = (parameters: IDataObject) => hastened(stage, () => stage.one(parameters));
const pointsTo = () => state().endpoints[0]?.serviceId;

/** Another model than the one that answers. */
async function newModel(): Promise<string> {
  const upload = { resource: 'model', operation: 'create', definition: byId('cars-fuel') };
  const [known] = stage.known.jobDefinitions;
  const found = await stage.run({ ...upload, operation: 'download', modelId: byId(known?.modelId) });
  const items = [{ json: {}, binary: found[0]?.binary ?? {} }];
  const field = Object.keys(items[0]?.binary ?? {})[0];
  const from = { fileFrom: 'binary', fileBinaryField: field, metrics: 'acc=0.9' };
  return String((await stage.one({ ...upload, ...from }, { items }))['modelId']);
}
const switchModel = (modelId: string, more: IDataObject = {}) =>
  service('switchModel', {
    ...{ definition: byId('cars-fuel'), modelId: byId(modelId), endpoint: byId('default'), options: quick },
    ...more,
  });
const sample = { sampleFileFrom: 'text', sampleFileText: '{"Horsepower": 130, "Weight_in_lbs": 3504}' };

test('Switch Model and Roll Back: the endpoint points to what has answered a sample', async () => {
  const before = stage.known.deployment.serviceId;
  const switched = await quickly(switchModel(await newModel(), { ...sample, simplify: false }));
  expect(switched).toMatchObject({
    ...{ switched: true, previousServiceId: before, previousStopped: false, pending: false },
    sampleAnswer: expect.stringContaining('predictions') as string,
  });
  expect(pointsTo()).toBe(switched['serviceId']);
  const back = service('rollBack', {
    ...{ endpoint: byId('default'), serviceId: byId(before), options: quick },
  });
  expect(await quickly(back)).toMatchObject({ switched: true, previousServiceId: switched['serviceId'] });
  expect(pointsTo()).toBe(before);
});

test('a model that is not good enough is not served', async () => {
  const gate = { metricName: 'acc', metricThreshold: 0.95 };
  const modelId = await newModel();
  const refused = stage.run(switchModel(modelId, { options: { ...quick, ...gate } }));
  await expect(refused).rejects.toThrow(/acc is 0\.9, which is not at least 0\.95/);
  const told = switchModel(modelId, { options: { ...quick, ...gate, failIfNotGoodEnough: false } });
  expect(await stage.one(told)).toMatchObject({ switched: false, goodEnough: false });
  expect(state()).toMatchObject({ servicesCreated: 0, switches: 0 });
});

test('Create, Get, Get Many, Stop, Start, Delete', async () => {
  const { versionId } = stage.known.deployment;
  const create = { versionId: byId(versionId), waitForCompletion: true, options: quick };
  const made = await quickly(service('create', create));
  expect(made).toMatchObject({ ready: true, pending: false, status: 'READY' });
  const named = { serviceId: byId(made['serviceId']) };
  expect(await stage.one(service('get', named))).toMatchObject({ serviceId: made['serviceId'] });
  const ids = async (more: IDataObject) =>
    (await stage.run(service('getMany', more))).map(({ json }) => json['serviceId']);
  expect(await ids({ returnAll: true })).toEqual([made['serviceId'], stage.known.deployment.serviceId]);
  expect(await ids({ limit: 1 })).toEqual([made['serviceId']]);
  expect(await stage.one(service('stop', { ...named, options: {} }))).toEqual({
    stopped: true,
    alreadyStopped: false,
  });
  const start = service('start', { ...named, waitForCompletion: true, options: quick });
  expect(await quickly(start)).toMatchObject({ ready: true });
  expect(await stage.one(service('delete', named))).toEqual({ deleted: true });
  expect(state().services).toHaveLength(1);
});

test('what an endpoint points to is neither stopped nor deleted', async () => {
  const named = { serviceId: byId(stage.known.deployment.serviceId) };
  for (const operation of ['stop', 'delete']) {
    const running = stage.run(service(operation, { ...named, options: {} }));
    await expect(running).rejects.toThrow(/endpoint "?default/);
  }
  expect(state().services.map(({ status }) => status)).toEqual(['READY']);
});
