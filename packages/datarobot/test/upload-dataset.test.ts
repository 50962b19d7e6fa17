import { presetCsv, type DataRobotLifecycleVariant } from '@modelferry/sandbox';
import { bytesSource, type Source } from '@modelferry/upload';
import { errorOf, testSource, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { Stage, type Inputs, type PerformOptions } from './fault-table/support/stage.ts';

const stage = Stage.forEachTest();
afterEach(() => expect(stage.sandbox.faults.unconsumed()).toEqual([]));

const carsCsv = presetCsv('cars.json');
const csv = (text = carsCsv, name = 'train.csv'): Source => bytesSource(name, new TextEncoder().encode(text));
const upload = (inputs: Inputs = {}, options?: PerformOptions) =>
  stage.perform('dataset.upload', { file: csv(), ...inputs }, options);
const uploadVersion = (inputs: Inputs = {}, options?: PerformOptions) =>
  stage.perform('dataset.uploadVersion', { file: csv(), datasetId: preset().id, ...inputs }, options);
const preset = () => stage.platform.datasets[0]!;
/** Datasets beside those that are there from the start. */
const made = () => stage.state.datasets.slice(stage.platform.datasets.length);
const enable = (...names: readonly DataRobotLifecycleVariant[]) =>
  stage.sandbox.variants.change({ enable: names });
const ready = { processingState: 'COMPLETED', pending: false, rowCount: 406, featureCount: 9 };

describe('upload', () => {
  test('sends a file, waits for it, and gives what came of it', async () => {
    const uploaded = await upload({ categories: ['TRAINING', 'SAMPLE'] });
    const [dataset] = made();
    expect(valueOf(uploaded)).toEqual({
      ...ready,
      datasetId: dataset?.id,
      versionId: dataset?.versions[0]?.id,
      name: 'train.csv',
      datasetBytes: carsCsv.length,
    });
    const id = `${dataset?.id}/versions/${dataset?.versions[0]?.id}/status/`;
    expect(uploaded.records).toMatchObject([
      { kind: 'dataset-request', phase: 'issued', note: true },
      { kind: 'dataset', id: expect.stringContaining(id), phase: 'registering' },
      { kind: 'dataset-request', phase: 'created', note: true },
      { kind: 'dataset', id: expect.stringContaining(id), phase: 'registered' },
    ]);
    const got = await stage.perform('dataset.get', { datasetId: dataset?.id });
    expect(valueOf(got)).toMatchObject({ categories: ['TRAINING', 'SAMPLE'] });
    const sent = uploaded.events.flatMap((event) => (event.type === 'upload' ? [event.bytes] : []));
    expect(sent.at(-1)).toBe(carsCsv.length);
  });

  test('streams a file of unknown length that opens once', async () => {
    const file = testSource(new TextEncoder().encode(carsCsv), {
      ...{ name: 'once.csv', declaredLength: null, replayable: false, chunkBytes: [1_000] },
    });
    expect(valueOf(await upload({ file }))).toMatchObject({ ...ready, name: 'once.csv' });
  });

  test('gives the dataset a name of its own', async () => {
    expect(valueOf(await upload({ datasetName: 'Cars of May' }))).toMatchObject({ name: 'Cars of May' });
    expect(made()).toMatchObject([{ name: 'Cars of May' }]);
  });

  test('a name that cannot be set is told, and the dataset stays', async () => {
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'datasetUpdate' });
    const uploaded = await upload({ datasetName: 'Cars of May' });
    expect(valueOf(uploaded)).toMatchObject({ ...ready, name: 'train.csv' });
    expect(warningsOf(uploaded)).toMatch(/its name or categories could not be set: .*planned fault/);
  });

  test('has a file fetched, in its categories', async () => {
    const inputs = { source: 'url', file: undefined, url: 'https://files.example/a/cars.csv?sig=s3cret' };
    const uploaded = await upload({ ...inputs, doSnapshot: true, sampleRows: 100, categories: ['SAMPLE'] });
    expect(valueOf(uploaded)).toMatchObject(ready);
    expect(JSON.stringify([uploaded.records, uploaded.events])).not.toContain('s3cret');
    const datasets = await stage.perform('dataset.getMany', { category: 'SAMPLE' });
    expect(valueOf(datasets)).toHaveLength(1);
  });

  test('does not wait where that is not wanted', async () => {
    const uploaded = await upload({ waitForCompletion: false });
    expect(valueOf(uploaded)).toEqual({
      datasetId: made()[0]?.id,
      versionId: made()[0]?.versions[0]?.id,
      pending: true,
    });
    expect(stage.calls('asyncStatus')).toEqual([]);
  });

  test('a time that is over ends nothing, and a later try goes on', async () => {
    const first = await upload({ timeoutMs: 1_000 });
    expect(valueOf(first)).toMatchObject({ pending: true, datasetId: made()[0]?.id });
    const again = await upload({}, { records: [...first.records] });
    expect(valueOf(again)).toMatchObject({ ...ready, datasetId: made()[0]?.id });
    expect(warningsOf(again)).toMatch(/Going on with dataset .* of an earlier try/);
    expect(made()).toHaveLength(1);
  });

  test('a later try of what has failed, or was deleted, begins anew', async () => {
    stage.sandbox.faults.plan({ kind: 'async-error' });
    const failed = await upload();
    expect(failed.records.at(-1)?.phase).toBe('failed');
    expect(errorOf(failed).code).toBe('job-failed');
    const second = await upload({}, { records: [...failed.records] });
    expect(valueOf(second)).toMatchObject(ready);
    await stage.perform('dataset.delete', { datasetId: made()[1]?.id });
    const third = await upload({}, { records: [...second.records] });
    expect(valueOf(third)).toMatchObject({ ...ready, datasetId: made()[2]?.id });
  });

  test.each([
    [{ file: undefined }, /file: is required/],
    [{ source: 'url' }, /url: is required/],
    [{ file: csv('') }, /"train.csv" is empty/],
    [{ categories: ['CARS'] }, /must hold only TRAINING/],
  ])('%j is refused before anything is sent', async (inputs, words) => {
    expect(wordsOf(await upload(inputs))).toMatch(words);
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('a table without rows is an error in the words of the catalog', async () => {
    const uploaded = await upload({ file: csv('a,b\r\n') });
    expect(errorOf(uploaded)).toMatchObject({ code: 'job-failed' });
    expect(wordsOf(uploaded)).toMatch(/Could not register "train.csv" as dataset \w+: .*no rows/);
  });

  test('a file that cannot be read is the cause', async () => {
    const file = {
      ...csv(),
      async *open() {
        yield new TextEncoder().encode(carsCsv.slice(0, 100));
        throw new Error('The disk is gone.');
      },
    };
    const { result } = await upload({ file: { ...file, ranged: false, reader: undefined } });
    expect(result).toMatchObject({ status: 'rejected', reason: { message: 'The disk is gone.' } });
    expect(made()).toEqual([]);
  });

  test('a cancelled upload ends as one', async () => {
    const abort = new AbortController();
    const uploaded = await upload(
      {},
      { abort, onProgress: ({ type }) => type === 'upload' && abort.abort() },
    );
    expect(errorOf(uploaded).code).toBe('cancelled');
  });
});

test('a server that names only the task is waited for by it, also by a later try', async () => {
  stage.sandbox.faults.plan({ kind: 'truncated-json', operation: 'datasetUpload' });
  const first = await upload({ waitForCompletion: false });
  expect(valueOf(first)).toMatchObject({ datasetId: undefined, pending: true });
  const again = await upload({}, { records: [...first.records] });
  expect(valueOf(again)).toMatchObject({ ...ready, datasetId: made()[0]?.id });
  expect(made()).toHaveLength(1);
});

test('a task that ends without naming its dataset leaves it open which it is', async () => {
  enable('status-200-completed');
  stage.sandbox.faults.plan({ kind: 'truncated-json', operation: 'datasetUpload' });
  const uploaded = await upload();
  expect(errorOf(uploaded).code).toBe('outcome-unknown');
  expect(wordsOf(uploaded)).toMatch(/the server named no dataset that "train.csv" became/);
});

describe('upload new version', () => {
  test('gives a dataset its next version', async () => {
    const uploaded = await uploadVersion();
    const { versions } = stage.state.datasets[0]!;
    expect(valueOf(uploaded)).toMatchObject({ ...ready, datasetId: preset().id, versionId: versions[1]?.id });
    const got = await stage.perform('dataset.get', { datasetId: preset().id, includeVersions: true });
    expect(valueOf(got)).toMatchObject({ versionId: versions[1]?.id, versions: [{}, {}] });
  });

  test('has it fetched', async () => {
    const inputs = { source: 'url', file: undefined, url: 'https://files.example/penguins.csv' };
    expect(valueOf(await uploadVersion(inputs))).toMatchObject({ rowCount: 344, datasetId: preset().id });
  });

  test('a dataset that is not there is missed before anything is sent to it', async () => {
    expect(errorOf(await uploadVersion({ datasetId: 'none' })).code).toBe('not-found');
    expect(stage.calls('datasetVersionUpload')).toEqual([]);
  });

  test('what is not yet shown is not taken for ready: the version before it is', async () => {
    enable('dataset-location-versions');
    stage.sandbox.faults.plan({ kind: 'truncated-json', operation: 'datasetVersionUpload' });
    const uploaded = await uploadVersion();
    const { versions } = stage.state.datasets[0]!;
    expect(valueOf(uploaded)).toMatchObject({ ...ready, versionId: versions[1]?.id });
  });
});

describe.each([
  ['upload', upload],
  ['upload new version', uploadVersion],
])('variants of %s', (_, act) => {
  test.each([
    ['status-200-completed'],
    ['status-stuck-initialized'],
    ['location-relative'],
    ['dataset-location-versions'],
  ] as const)('%s', async (name) => {
    enable(name);
    expect(valueOf(await act())).toMatchObject(ready);
  });

  test.each([['links-foreign-host'], ['links-no-slash'], ['bearer-only'], ['slash-redirect']] as const)(
    '%s',
    async (name) => {
      stage.sandbox.variants.change({ enable: [name] });
      expect(valueOf(await act())).toMatchObject(ready);
    },
  );

  test.each([[undefined], ['catalog-too-large-422'], ['catalog-too-large-error']] as const)(
    'a file that is too large, %s',
    async (name) => {
      if (name) enable(name);
      stage.sandbox.faults.plan({ kind: 'dataset-too-large', operation: 'datasets' });
      await stage.perform('dataset.getMany', {});
      const uploaded = await act();
      expect(errorOf(uploaded).code).toBe('too-large');
      expect(wordsOf(uploaded)).toMatch(/larger than the account allows.*have the limit raised/);
    },
  );

  test.each(['async-error', 'async-aborted', 'async-expired'] as const)('%s', async (kind) => {
    stage.sandbox.faults.plan({ kind, message: 'as planned' });
    const uploaded = await act();
    expect(errorOf(uploaded).code).toBe('job-failed');
    expect(wordsOf(uploaded)).toMatch(/Could not register "train.csv".*"as planned"/);
  });
});

test('a stuck task is asked for two minutes, and then the dataset', async () => {
  enable('status-stuck-initialized');
  const uploaded = await upload();
  const looks = uploaded.events.flatMap((event) =>
    event.type === 'status' ? [event.snapshot.rawStatus] : [],
  );
  expect(looks.slice(0, 1)).toEqual(['INITIALIZED']);
  expect(looks.at(-1)).toBe('COMPLETED');
  expect(stage.calls('asyncStatus').length).toBeGreaterThan(10);
});

describe('an answer that got lost', () => {
  test('the dataset is found by name and adopted', async () => {
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'datasetUpload' });
    const uploaded = await upload();
    expect(valueOf(uploaded)).toMatchObject({ ...ready, datasetId: made()[0]?.id });
    expect(warningsOf(uploaded)).toMatch(/is new since then and has its name/);
    expect(stage.calls('datasetUpload')).toHaveLength(1);
  });

  test('one that was there before is not taken for it', async () => {
    await upload();
    stage.sandbox.faults.plan({ kind: 'reset-after-body', operation: 'datasetUpload' });
    const uploaded = await upload();
    expect(errorOf(uploaded).code).toBe('outcome-unknown');
    expect(wordsOf(uploaded)).toMatch(
      /It is not known whether "train.csv" was uploaded.*Look into the AI Catalog/,
    );
    expect(made()).toHaveLength(1);
    const again = await upload({}, { records: [...uploaded.records] });
    expect(errorOf(again).code).toBe('outcome-unknown');
    expect(stage.calls('datasetUpload')).toHaveLength(2);
  });

  test('is looked for also where the run was cut before any answer', async () => {
    const [issued] = (await upload()).records;
    expect(issued).toMatchObject({ kind: 'dataset-request', phase: 'issued', note: true });
    const again = await upload({}, { records: issued ? [issued] : [] });
    expect(valueOf(again)).toMatchObject({ ...ready, datasetId: made()[0]?.id });
    expect(stage.calls('datasetUpload')).toHaveLength(1);
  });

  test('a clear refusal lets a later try send', async () => {
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'datasetUpload', status: 422 });
    const refused = await upload();
    expect(refused.records.at(-1)).toMatchObject({ phase: 'refused', note: true });
    expect(valueOf(await upload({}, { records: [...refused.records] }))).toMatchObject(ready);
  });

  test('a later try adopts what shows itself then', async () => {
    stage.sandbox.faults.plan({ kind: 'reset-after-body', operation: 'datasetUpload' });
    const lost = await upload();
    await upload();
    const again = await upload({}, { records: [...lost.records] });
    expect(valueOf(again)).toMatchObject({ datasetId: made()[0]?.id });
    expect(made()).toHaveLength(1);
  });

  test('of two that could be it, none is', async () => {
    stage.sandbox.faults.plan({ kind: 'reset-after-body', operation: 'datasetUpload' });
    const lost = await upload();
    await upload();
    await upload();
    expect(errorOf(await upload({}, { records: [...lost.records] })).code).toBe('outcome-unknown');
  });

  test('a version is the newest one of its dataset', async () => {
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'datasetVersionUpload' });
    expect(valueOf(await uploadVersion())).toMatchObject(ready);
    expect(stage.state.datasets[0]?.versions).toHaveLength(2);
  });

  test('a file that is fetched, too', async () => {
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'datasetFromUrl' });
    const inputs = { source: 'url', file: undefined, url: 'https://files.example/cars.csv' };
    expect(valueOf(await upload(inputs))).toMatchObject(ready);
    expect(made()).toHaveLength(1);
  });

  test('a body that broke off on its way is sent again', async () => {
    const large = csv(carsCsv + carsCsv.slice(carsCsv.indexOf('\n') + 1).repeat(400));
    stage.sandbox.faults.plan({ kind: 'reset-mid-body', operation: 'datasetUpload' });
    expect(valueOf(await upload({ file: large }))).toMatchObject({ pending: false });
    expect([made().length, stage.calls('datasetUpload').length]).toEqual([1, 2]);
  });
});
