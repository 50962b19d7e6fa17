import { errorOf, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { bytesSource } from '@modelferry/upload';
import { Stage, type Inputs, type PerformOptions } from './fault-table/support/stage.ts';
import { endpoint, scriptedRun, warningsOf as warnings } from './support/scripted-run.ts';
import { trainedModel } from './support/trained-model.ts';
import { replaceModel } from '../src/index.ts';

const stage = Stage.forEachTest();
afterEach(() => expect(stage.sandbox.faults.unconsumed()).toEqual([]));

const replace = async (inputs: Inputs = {}, options?: PerformOptions) =>
  stage.perform(
    'deployment.replaceModel',
    {
      deploymentId: stage.deployment.id,
      ...('modelPackageId' in inputs ? {} : { modelPackageId: await trainedModel(stage) }),
      ...inputs,
    },
    options,
  );
const setStatus = async (status: string) => {
  const { endpoint: root, apiToken } = stage.platform;
  const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' };
  const url = `${root}/deployments/${stage.deployment.id}/status/`;
  const { headers: answered } = await fetch(url, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ status }),
  });
  for (let looks = 0; looks < 5; looks++) {
    await fetch(answered.get('location')!, { headers, redirect: 'manual' });
  }
};
const sample = (row: Readonly<Record<string, string>> = stage.deployment.sampleRow) =>
  bytesSource(
    'sample.csv',
    new TextEncoder().encode(`${Object.keys(row).join()}\n${Object.values(row).join()}\n`.repeat(1)),
  );
const current = () => stage.deployment.modelPackageId;
const patches = () => stage.calls('modelReplace').length;

test('checks the model, replaces, waits, and lets it score', async () => {
  const modelPackageId = await trainedModel(stage);
  const replaced = await replace({ modelPackageId, reason: 'DATA_DRIFT', sampleFile: sample() });
  expect(valueOf(replaced)).toMatchObject({
    ...{
      deploymentId: stage.deployment.id,
      replaced: true,
      alreadyCurrent: false,
      pending: false,
      status: 'active',
    },
    ...{ oldModelPackageId: current(), newModelPackageId: modelPackageId },
    ...{ validationStatus: 'passing', sampleRows: 1 },
  });
  const { oldModelId, newModelId } = valueOf(replaced);
  expect(oldModelId).not.toBe(newModelId);
  expect(stage.state.replacements).toBe(1);
  expect(replaced.records.map(({ kind, phase }) => [kind, phase])).toEqual([
    ['model-replacement-request', 'issued'],
    ['model-replacement', 'replacing'],
    ['model-replacement-request', 'created'],
    ['model-replacement', 'replaced'],
  ]);
});

test('the model can be named by its own ID', async () => {
  const { id } = stage.platform.deployments.find(({ label }) => label === 'penguins-sex')!;
  const other = valueOf(await stage.perform('deployment.get', { deploymentId: id }));
  const inputs = { modelFrom: 'model', modelId: other['modelId'], modelPackageId: undefined };
  expect(wordsOf(await replace(inputs))).toMatch(/the check of model \w+ is failing/);
});

test('the model that answers already is told, and nothing is sent', async () => {
  const replaced = await replace({ modelPackageId: current() });
  expect(valueOf(replaced)).toMatchObject({
    alreadyCurrent: true,
    replaced: false,
    newModelPackageId: current(),
  });
  expect(warningsOf(replaced)).toMatch(/has this model already: nothing was replaced/);
  expect([patches(), stage.calls('modelValidate').length]).toEqual([0, 0]);
});

test('nothing is replaced unless the check passes', async () => {
  const { modelPackageId } = stage.platform.deployments.find(({ label }) => label === 'penguins-sex')!;
  const replaced = await replace({ modelPackageId, allowWarning: true });
  expect(errorOf(replaced).code).toBe('rejected');
  expect(wordsOf(replaced)).toMatch(/was not replaced: the check of .* is failing \(target is failing/);
  expect(patches()).toBe(0);
  expect(errorOf(await replace({ modelPackageId: 'none' })).code).toBe('not-found');
});

test.each([
  [{ modelPackageId: undefined }, /modelPackageId: is required/],
  [{ modelPackageId: undefined, modelFrom: 'model' }, /modelId: is required/],
  [{ modelPackageId: 'p', reason: 'WHIM' }, /reason: must be one of/],
  [
    { modelPackageId: 'p', waitForCompletion: false, sampleFile: sample({ a: '1' }) },
    /needs Wait for Completion/,
  ],
])('%j is refused before anything is sent', async (inputs, words) => {
  expect(wordsOf(await replace(inputs))).toMatch(words);
  expect(stage.sandbox.requests()).toEqual([]);
});

test.each([
  ['', /"sample.csv" is empty/],
  ['a,b\n', /"sample.csv" has a header and no rows/],
])('a sample that cannot be scored is refused before: %j', async (text, words) => {
  const sampleFile = bytesSource('sample.csv', new TextEncoder().encode(text));
  expect(wordsOf(await replace({ modelPackageId: 'p', sampleFile }))).toMatch(words);
  expect(stage.sandbox.requests()).toEqual([]);
});

describe('a deployment that is not active', () => {
  test('is activated only where that is allowed', async () => {
    const modelPackageId = await trainedModel(stage);
    await setStatus('inactive');
    const refused = await replace({ modelPackageId });
    expect(errorOf(refused).code).toBe('conflict');
    expect(wordsOf(refused)).toMatch(/is inactive, not active\. Switch Activate on/);
    expect(patches()).toBe(0);
    expect(valueOf(await replace({ modelPackageId, activate: true }))).toMatchObject({ replaced: true });
  });

  test('is left alone when it has an error', async () => {
    const modelPackageId = await trainedModel(stage);
    stage.sandbox.faults.plan({ kind: 'replacement-errored' });
    expect(errorOf(await replace({ modelPackageId })).code).toBe('job-failed');
    const again = await replace({ modelPackageId, activate: true });
    expect(wordsOf(again)).toMatch(/is errored, not active\. Bring it back to active/);
    expect(patches()).toBe(1);
  });
});

describe('a replacement that fails', () => {
  test('ends errored', async () => {
    stage.sandbox.faults.plan({ kind: 'replacement-errored', message: 'as planned' });
    const replaced = await replace();
    expect(errorOf(replaced).code).toBe('job-failed');
    expect(wordsOf(replaced)).toMatch(/"as planned"\. The deployment is errored, and may not answer\./);
    expect(replaced.records.at(-1)?.phase).toBe('failed');
  });

  test.each(['async-error', 'async-aborted', 'async-expired'] as const)('%s', async (kind) => {
    stage.sandbox.faults.plan({ kind, message: 'as planned' });
    const replaced = await replace();
    expect(errorOf(replaced).code).toBe('job-failed');
    expect(wordsOf(replaced)).toMatch(/"as planned"\. The old model still answers\./);
  });

  test('is begun anew by a later try', async () => {
    const modelPackageId = await trainedModel(stage);
    stage.sandbox.faults.plan({ kind: 'async-error' });
    const { records } = await replace({ modelPackageId });
    const again = await replace({ modelPackageId }, { records: [...records] });
    expect(valueOf(again)).toMatchObject({ replaced: true });
  });

  test('a sample that cannot be scored says that the model was replaced all the same', async () => {
    const replaced = await replace({ sampleFile: sample({ Nothing: '1' }) });
    expect(wordsOf(replaced)).toMatch(/has model \w+ now, and the sample could not be scored with it/);
    expect(stage.state.replacements).toBe(1);
  });
});

describe('variants', () => {
  test.each([
    'status-200-completed',
    'location-relative',
    'model-replace-lag',
    'replace-invalid-async',
    'links-foreign-host',
    'links-no-slash',
    'slash-redirect',
    'bearer-only',
  ] as const)('%s', async (name) => {
    const modelPackageId = await trainedModel(stage);
    stage.sandbox.variants.change({ enable: [name] });
    expect(valueOf(await replace({ modelPackageId, sampleFile: sample() }))).toMatchObject({
      ...{ replaced: true, newModelPackageId: modelPackageId, sampleRows: 1 },
    });
    expect(patches()).toBe(1);
  });

  test('platform-missing: without a server for the sample the model is replaced, and that is said', async () => {
    stage.sandbox.variants.change({ enable: ['platform-missing'] });
    expect(wordsOf(await replace({ sampleFile: sample() }))).toMatch(
      /now, and the sample could not be scored/,
    );
  });

  test('status-stuck-initialized: the time is up first, and a later try sees it done', async () => {
    const modelPackageId = await trainedModel(stage);
    stage.sandbox.variants.change({ enable: ['status-stuck-initialized'] });
    const first = await replace({ modelPackageId, timeoutMs: 60_000 });
    expect(valueOf(first)).toMatchObject({ replaced: false, pending: true, newModelPackageId: undefined });
    stage.sandbox.variants.change({ disable: ['status-stuck-initialized'] });
    const again = await replace({ modelPackageId }, { records: [...first.records] });
    expect(valueOf(again)).toMatchObject({ replaced: true, newModelPackageId: modelPackageId });
    expect(patches()).toBe(1);
  });
});

describe('an answer that got lost', () => {
  test('keeps every later try from asking a second time, until the deployment shows it', async () => {
    const modelPackageId = await trainedModel(stage);
    stage.sandbox.faults.plan({ kind: 'reset-after-body', operation: 'modelReplace' });
    const lost = await replace({ modelPackageId });
    expect(errorOf(lost).code).toBe('outcome-unknown');
    const again = await replace({ modelPackageId }, { records: [...lost.records] });
    expect(errorOf(again).code).toBe('outcome-unknown');
    expect(wordsOf(again)).toMatch(/it was not asked for a second time\. Look at the deployment/);
    expect(patches()).toBe(1);

    expect(valueOf(await replace({ modelPackageId }))).toMatchObject({ replaced: true }); // By somebody else
    const third = await replace({ modelPackageId }, { records: [...again.records] });
    expect(valueOf(third)).toMatchObject({ replaced: true, newModelPackageId: modelPackageId });
    expect(patches()).toBe(2);
  });

  test('and is looked for by a later try where the run was cut before it came', async () => {
    const modelPackageId = await trainedModel(stage);
    const first = await replace({ modelPackageId, waitForCompletion: false });
    const [issued] = first.records;
    expect(issued).toMatchObject({ kind: 'model-replacement-request', phase: 'issued', note: true });
    const again = await replace({ modelPackageId }, { records: issued ? [issued] : [] });
    expect(valueOf(again)).toMatchObject({ replaced: true, newModelPackageId: modelPackageId });
    expect(warningsOf(again)).toMatch(/shows that it was asked for/);
    expect(patches()).toBe(1);
  });

  test('a clear refusal lets a later try ask', async () => {
    const modelPackageId = await trainedModel(stage);
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'modelReplace', status: 422 });
    const refused = await replace({ modelPackageId });
    expect(refused.records.at(-1)).toMatchObject({ phase: 'refused', note: true });
    const again = await replace({ modelPackageId }, { records: [...refused.records] });
    expect(valueOf(again)).toMatchObject({ replaced: true });
  });
});

describe('a cut', () => {
  test('is gone on with, by the ledger', async () => {
    const modelPackageId = await trainedModel(stage);
    const first = await replace({ modelPackageId, waitForCompletion: false });
    expect(valueOf(first)).toMatchObject({ replaced: false, pending: true });
    const again = await replace({ modelPackageId }, { records: [...first.records] });
    expect(valueOf(again)).toMatchObject({ replaced: true, oldModelPackageId: current() });
    expect(warningsOf(again)).toMatch(/Going on with the replacement of an earlier try/);
    expect(patches()).toBe(1);
  });

  test('is gone on with by another process, that sees a deployment which replaces its model', async () => {
    const modelPackageId = await trainedModel(stage);
    await replace({ modelPackageId, waitForCompletion: false });
    const again = await replace({ modelPackageId });
    expect(valueOf(again)).toMatchObject({ replaced: true, newModelPackageId: modelPackageId });
    expect(patches()).toBe(1);
  });

  test('and the same while the old model is shown for a while', async () => {
    const modelPackageId = await trainedModel(stage);
    await replace({ modelPackageId, waitForCompletion: false });
    stage.sandbox.variants.change({ enable: ['model-replace-lag'] });
    const again = await replace({ modelPackageId });
    expect(valueOf(again)).toMatchObject({ replaced: true, newModelPackageId: modelPackageId });
    expect(patches()).toBe(1);
  });

  test('a cancel ends nothing at the vendor', async () => {
    const modelPackageId = await trainedModel(stage);
    const abort = new AbortController();
    const stopped = await replace(
      { modelPackageId },
      { abort, onProgress: ({ type }) => type === 'status' && abort.abort() },
    );
    expect(errorOf(stopped).code).toBe('cancelled');
    expect(stopped.records.findLast(({ note }) => !note)?.phase).toBe('replacing');
    expect(valueOf(await replace({ modelPackageId }))).toMatchObject({ replaced: true });
    expect(patches()).toBe(1);
  });
});

describe('by the words of the vendor', () => {
  const deployment = (modelId: string, more: object = {}) => ({
    status: 200,
    json: { id: 'd1', status: 'active', model: { id: modelId }, ...more },
  });
  const validation = (status: string) => ({
    status: 200,
    json: { status, message: 'So it is.', checks: { features: { status, message: 'One is new.' } } },
  });
  const taken = { status: 202, headers: { location: `${endpoint}/status/t1/` } };
  const done = { status: 303, headers: { location: `${endpoint}/deployments/d1/` } };
  const given = { deploymentId: 'd1', modelFrom: 'model', modelId: 'm2' } as const;

  test('a warning is a yes only where that is allowed', async () => {
    const refused = scriptedRun([deployment('m1'), validation('warning')]);
    await expect(replaceModel.run(refused.context, given)).rejects.toMatchObject({
      ...{ code: 'rejected', message: expect.stringContaining('(features is warning: One is new).') },
      remedy: expect.stringContaining('Allow Warning'),
    });
    const allowed = scriptedRun([deployment('m1'), validation('warning'), taken, done, deployment('m2')]);
    expect(await replaceModel.run(allowed.context, { ...given, allowWarning: true })).toMatchObject({
      ...{ replaced: true, validationStatus: 'warning' },
    });
  });

  test('a word that nobody knows is no yes', async () => {
    const { context } = scriptedRun([deployment('m1'), validation('splendid')]);
    await expect(replaceModel.run(context, { ...given, allowWarning: true })).rejects.toMatchObject({
      code: 'rejected',
    });
  });

  test('a version of a custom model may be shown under another ID', async () => {
    const { context } = scriptedRun([deployment('m1'), validation('passing'), taken, done, deployment('x9')]);
    expect(await replaceModel.run(context, given)).toMatchObject({ replaced: true, newModelId: 'x9' });
  });

  test('prediction intervals are to be looked at', async () => {
    const capabilities = { supportsPredictionIntervals: true };
    const run = scriptedRun([
      deployment('m1', { capabilities }),
      ...[validation('passing'), taken, done, deployment('m2')],
    ]);
    await replaceModel.run(run.context, given);
    expect(warnings(run)).toEqual([expect.stringMatching(/prediction intervals, whose settings/)]);
  });

  test('a server that names no task is asked for the deployment', async () => {
    const steps = [
      deployment('m1'),
      validation('passing'),
      { status: 202 },
      deployment('m1'),
      deployment('m2'),
    ];
    const { context, records } = scriptedRun(steps);
    expect(await replaceModel.run(context, given)).toMatchObject({ replaced: true });
    expect(records.filter(({ note }) => !note).map(({ id }) => id)).toEqual(['d1', 'd1']);
  });

  test('a deployment that is launching is waited for', async () => {
    const launching = deployment('m1', { status: 'launching' });
    const steps = [
      launching,
      launching,
      deployment('m1'),
      validation('passing'),
      taken,
      done,
      deployment('m2'),
    ];
    expect(await replaceModel.run(scriptedRun(steps).context, given)).toMatchObject({ replaced: true });
    const never = scriptedRun(Array.from({ length: 100 }, () => launching));
    await expect(replaceModel.run(never.context, { ...given, timeoutMs: 60_000 })).rejects.toMatchObject({
      ...{ code: 'conflict', remedy: 'Wait until it is active, then replace the model again.' },
    });
  });

  test('a task that is gone leaves the deployment to tell', async () => {
    const gone = { status: 404, json: { message: 'no' } };
    const steps = [deployment('m1'), validation('passing'), taken, gone, deployment('m2')];
    expect(await replaceModel.run(scriptedRun(steps).context, given)).toMatchObject({ replaced: true });
  });
});
