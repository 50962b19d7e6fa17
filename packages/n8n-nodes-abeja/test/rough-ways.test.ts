import { byId, logged } from '@modelferry/n8n-testkit/run';
import type { FaultRequest } from '@modelferry/sandbox';
import type { IDataObject } from 'n8n-workflow';
import { hastened } from './support/hastened.ts';
import { fileItem, savedBytes, zipMark } from './support/items.ts';
import { nodeStage } from './support/node-stage.ts';
import { userKey } from './support/sandbox-keys.ts';

const stage = nodeStage();
const definition = byId('cars-fuel');
const run = (more: IDataObject = {}) => ({
  ...{ resource: 'job', operation: 'run', definition, waitForCompletion: true },
  ...{ options: { pollIntervalSeconds: 5 }, ...more },
});
const code = { handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10' };
const newCode = { sourceFrom: 'text', sourceText: 'def handler(context): ...', ...code };
const model = { resource: 'model', operation: 'create', definition };
const lake = () => ({ resource: 'datalake', channelId: byId(stage.known.channel.id) });
const binary = { fileFrom: 'binary', fileBinaryField: 'data' };
const weights = () => fileItem('0.1,0.2\n', 'weights.bin');
const state = () => stage.sandbox.state().abeja;
const trained = async (parameters = run()) => (await hastened(stage, () => stage.run(parameters)))[0];
const lost = ['drop-after-create', 'error-after-create', 'truncated-json'] as const;

describe('a training with new code', () => {
  test.each<[string, FaultRequest]>([
    ['a lost answer to the version', { kind: 'drop-before-answer', operation: 'trainingVersionCreate' }],
    ...lost.map((kind): [string, FaultRequest] => [
      `a lost answer to the job: ${kind}`,
      { kind, operation: 'trainingJobCreate' },
    ]),
    ['three 503 while it is looked at', { kind: 'http-503-burst', operation: 'trainingJob' }],
    ['a storm of 429', { kind: 'retry-after-seconds', operation: 'trainingJob', times: 2 }],
    ['a reset of the result', { kind: 'truncated-body', operation: 'download' }],
    ['a result whose address has expired', { kind: 'download-url-expired', operation: 'download' }],
    ['a list of models that fails once', { kind: 'http-500-once', operation: 'trainingModels' }],
  ])('%s: one version, one job, and all of its result', async (_, fault) => {
    stage.sandbox.faults.plan(fault);
    const item = await trained(run(newCode));
    expect(item?.json).toMatchObject({ finished: true, status: 'Complete', version: 2 });
    expect((await savedBytes(item, 'resultFile')).toString('latin1', 0, 4)).toBe(zipMark);
    expect(state()).toMatchObject({ jobsCreated: 1, versionsCreated: 1 });
  });

  test('a start whose outcome stays unknown is not repeated, and says what to look for', async () => {
    stage.sandbox.faults.plan({ kind: 'reset-after-body', operation: 'trainingJobCreate' });
    await expect(stage.run(run())).rejects.toThrow(/not known whether it worked to start a training job/);
    expect(stage.calls('trainingJobCreate')).toHaveLength(1);
  }, 20_000);
});

describe('what becomes of a job while it is waited for', () => {
  test.each<[string, FaultRequest, RegExp]>([
    ['it fails', { kind: 'job-fails', message: 'Out of memory' }, /Failed.*Out of memory/s],
    ['somebody stops it', { kind: 'job-stopped-by-other' }, /was stopped before it was complete/],
    ['it vanishes', { kind: 'job-vanishes' }, /training job/],
    ['the credential is taken back', { kind: 'token-expired-mid-run' }, /./],
  ])('%s: that is said', async (_, fault, message) => {
    stage.sandbox.faults.plan({ operation: 'trainingJob', ...fault });
    await expect(trained()).rejects.toThrow(message);
    expect(state().jobsCreated).toBe(1);
  });

  test('a result that is no archive is refused, and leaves no file', async () => {
    stage.sandbox.faults.plan({ kind: 'zip-corrupt', operation: 'download', times: Infinity });
    await expect(trained()).rejects.toThrow(/result/);
    stage.sandbox.faults.clear();
  });

  test.each(['skips-active', 'odd-status', 'null-times', 'result-download-uri', 'missing-as-400'])(
    'a platform that does it another way: %s',
    async (variant) => {
      stage.sandbox.variants.change({ enable: [variant] });
      expect((await trained())?.json).toMatchObject({
        finished: true,
        modelId: expect.any(String) as string,
      });
    },
    20_000,
  );
});

describe('uploads', () => {
  test.each(lost)('a model whose answer is lost is there once: %s', async (kind) => {
    stage.sandbox.faults.plan({ kind, operation: 'trainingModelCreate' });
    expect(await stage.one({ ...model, ...binary }, { items: [await weights()] })).toMatchObject({
      modelId: expect.any(String) as string,
    });
    expect(state().modelsCreated).toBe(1);
  });

  test.each<[string, FaultRequest, IDataObject]>([
    ['a lost answer', { kind: 'drop-before-answer', operation: 'channelUpload' }, {}],
    ['a reset in the middle', { kind: 'reset-mid-body', operation: 'channelUpload', bytes: 2 }, {}],
    [
      'a presigned address that has expired',
      { kind: 'upload-url-expired', operation: 'put' },
      { way: 'presigned' },
    ],
    [
      'a reset on the way to the storage',
      { kind: 'reset-mid-body', operation: 'put', bytes: 2 },
      { way: 'presigned' },
    ],
  ])('a file is in the channel once: %s', async (_, fault, options) => {
    stage.sandbox.faults.plan(fault);
    const before = state().files.length;
    await stage.one({ ...lake(), operation: 'upload', ...binary, options }, { items: [await weights()] });
    expect(state().files).toHaveLength(before + 1);
  });
});

describe('what is refused says what to do', () => {
  const failing = (parameters: IDataObject, more: object = {}) =>
    stage.run(parameters, { secrets: userKey(stage.known, more) });
  const get = { resource: 'definition', operation: 'get', definition };

  test.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a wrong token',
      () => failing(get, { personalAccessToken: 'wrong-0123456789' }),
      /Could not .*"cars-fuel"/,
    ],
    ['another organization', () => failing(get, { organizationId: '1' }), /Could not /],
    ['a base URL that is none', () => failing(get, { baseUrl: 'nowhere' }), /base ?URL/i],
    ['no organization', () => failing(get, { organizationId: ' ' }), /organization/i],
  ])(
    '%s',
    async (_, running, message) => {
      await expect(running()).rejects.toThrow(message);
    },
    30_000,
  );

  test('a member who may only look', async () => {
    const { regularUser } = stage.known;
    const secrets = { userId: regularUser.id, personalAccessToken: regularUser.token };
    const asked = failing({ resource: 'definition', operation: 'create', name: 'mine' }, secrets);
    await expect(asked).rejects.toMatchObject({ description: expect.stringContaining('Regular') as string });
  });

  test.each(['error-array', 'error-html', 'error-empty'])(
    'whatever form the answer has: %s',
    async (variant) => {
      stage.sandbox.variants.change({ enable: [variant] });
      const asked = stage.run({ ...get, definition: byId('no-such') });
      await expect(asked).rejects.toThrow(/^Could not read the job definition "no-such"/);
    },
  );

  test('a redirect to another origin is not followed with the credential', async () => {
    stage.sandbox.faults.plan({ kind: 'redirect-cross-origin', operation: 'jobDefinition' });
    await expect(stage.run(get)).rejects.toThrow(/Could not /);
  });
});

test('nothing of the credential is in the log, in whatever way it fails', async () => {
  const { baseUrl } = stage.known;
  const secrets = userKey(stage.known, { baseUrl: `${baseUrl}/${stage.known.user.token}` });
  await expect(stage.run({ resource: 'definition', operation: 'getMany' }, { secrets })).rejects.toThrow();
  expect(logged.join('\n')).not.toContain(stage.known.user.token);
});
