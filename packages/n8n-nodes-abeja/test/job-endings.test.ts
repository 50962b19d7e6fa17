import { abeja } from '@modelferry/abeja';
import { operationsWithOption } from '@modelferry/n8n-testkit';
import { byId, logged, stopWhen, storedFile } from '@modelferry/n8n-testkit/run';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
/** Larger than what two sockets hold. */
const largeBytes = 20_000_000;

const run = (options: IDataObject = {}) => ({
  ...{ resource: 'job', operation: 'run', definition: byId('cars-fuel'), waitForCompletion: true },
  options: { pollIntervalSeconds: 5, ...options },
});
const state = () => stage.sandbox.state().abeja;
const said = () => logged.join('\n');
const statuses = () => state().jobs.map(({ status }) => status);
const stopped = (isThere: () => boolean, parameters: IDataObject, items?: readonly INodeExecutionData[]) =>
  stopWhen(isThere, (signal) => stage.run(parameters, { signal, ...(items && { items }) }));

const stuck = () => void stage.sandbox.variants.change({ enable: ['stuck-pending'] });
const waiting = () => stage.calls('trainingJob').some(({ answered }) => answered);
const items = async () => [
  { json: {}, binary: { data: await storedFile('x'.repeat(largeBytes), 'model.bin') } },
];

describe('when n8n stops the execution', () => {
  beforeEach(stuck);

  test('the job is stopped on the platform, once', async () => {
    expect(await stopped(waiting, run())).toMatch(/stopped|cancel/i);
    expect(stage.calls('trainingJobStop')).toHaveLength(1);
    expect(statuses()).toEqual(['Stopped']);
    expect(said()).toMatch(/Training job \S+ was ended at the vendor/);
  });

  test('it goes on where the user wants it so, and can be waited for', async () => {
    await stopped(waiting, run({ onStop: 'leave' }));
    expect(statuses()).toEqual(['Pending']);
    expect(said()).toMatch(/Training job \S+ goes on at the vendor/);
  });

  test('a wait that is stopped stops the job, too', async () => {
    const { jobId } = await stage.one({ ...run(), waitForCompletion: false });
    const looks = stage.calls('trainingJob').length;
    const wait = { ...run(), operation: 'wait', jobId: byId(jobId) };
    await stopped(() => stage.calls('trainingJob').length > looks, wait);
    expect(statuses()).toEqual(['Stopped']);
  });

  test('a platform that refuses holds nobody up, and the job is named', async () => {
    stage.sandbox.faults.plan({
      ...{ kind: 'vendor-error', operation: 'trainingJobStop', times: Infinity },
      ...{ status: 403, message: 'Not yours' },
    });
    await stopped(waiting, run());
    expect(said()).toMatch(/Training job \S+ could not be ended, and may go on at the vendor: .*Not yours/);
    stage.sandbox.faults.clear();
  });
});

test.each<[string, string, () => IDataObject]>([
  [
    'a model',
    'trainingModelCreate',
    () => ({ resource: 'model', operation: 'create', definition: byId('cars-fuel') }),
  ],
  [
    'a file',
    'channelUpload',
    () => ({ resource: 'datalake', operation: 'upload', channelId: byId(stage.known.channel.id) }),
  ],
])('an upload of %s ends at once, and leaves nothing', async (_, operation, parameters) => {
  const from = { fileFrom: 'binary', fileBinaryField: 'data' };
  const before = state().files.length;
  const isSending = () => stage.calls(operation).length > 0;
  expect(await stopped(isSending, { ...parameters(), ...from }, await items())).toMatch(/stopped|cancel/i);
  expect([state().modelsCreated, state().files.length]).toEqual([0, before]);
});

describe('when the time to wait is up', () => {
  beforeEach(stuck);

  test('the job goes on, and the item says so', async () => {
    expect(await stage.one(run({ timeoutSeconds: 1 }))).toMatchObject({
      ...{ pending: true, finished: false },
      ...{ status: 'Pending', resumeToken: expect.any(String) as string },
    });
    expect(statuses()).toEqual(['Pending']);
    expect(said()).toMatch(/Training job \S+ goes on at the vendor/);
  });

  test('it is stopped where the user wants it so', async () => {
    expect(await stage.one(run({ timeoutSeconds: 1, onTimeout: 'abort' }))).toMatchObject({ pending: true });
    expect(statuses()).toEqual(['Stopped']);
  });

  test('a job that nobody waits for is left alone', async () => {
    const parameters = { ...run({ onTimeout: 'abort' }), waitForCompletion: false };
    expect(await stage.one(parameters)).toMatchObject({ pending: true });
    expect(statuses()).toEqual(['Pending']);
  });

  test('a service that is not ready is named, and no endpoint is touched', async () => {
    stage.sandbox.variants.change({ enable: ['service-stuck'] });
    const { id, versionId, serviceId } = stage.known.deployment;
    const create = {
      ...{ resource: 'service', operation: 'create', deploymentId: byId(id), versionId: byId(versionId) },
      ...{ waitForCompletion: true, options: { timeoutSeconds: 1 } },
    };
    expect(await stage.one(create)).toMatchObject({ pending: true, ready: false, status: 'IN_PROGRESS' });
    expect(state().endpoints.map((endpoint) => endpoint.serviceId)).toEqual([serviceId]);
  });
});

test('the options stand where a job may be left behind, and nowhere else', () => {
  const cancellable = abeja.operations.filter((one) => one.cancellable);
  expect(operationsWithOption('onStop')).toEqual(
    cancellable.map(({ resource, name }) => `${resource}.${name}`).sort(),
  );
});
