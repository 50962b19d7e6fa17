import { isUnanswered, type JobRecord } from '@modelferry/operation';
import { errorOf, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { bytesSource, storedZip, storedZipBytes, type Source } from '@modelferry/upload';
import { source } from './support/answers.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

const definition = 'cars-fuel';
const presetId = () => stage.platform.jobDefinitions.find(({ name }) => name === definition)!.modelId;
const weights = source('weights.bin', 'w'.repeat(100));
const zip = storedZip('churn.zip', [{ path: 'weights.bin', source: weights }]);
const create = (more: object = {}, records: JobRecord[] = []) =>
  stage.perform('model.create', { definition, file: zip, ...more }, { records });
const isZip = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []).slice(0, 2)) === 'PK';

/** As a stream that nobody can open twice, and that tells no length. */
const once = (file: Source): Source => ({ ...file, length: undefined, replayable: false, reader: undefined });

describe('create', () => {
  test('uploads a zip with figures of every kind', async () => {
    const given = {
      description: 'nightly',
      metrics: 'acc=0.9\nloss=0\nworst=Infinity',
      userParameters: 'N=1',
    };
    const made = valueOf(await create(given));
    expect(made).toMatchObject({
      ...{ metrics: { acc: 0.9, loss: 0, worst: 'Infinity' }, userParameters: { N: '1' } },
      ...{ archived: false, jobId: undefined },
    });
    expect(made['description']).toMatch(/^nightly \[mf-[a-z0-9]{12}\]$/);
    expect(stage.state.modelsCreated).toBe(1);
  });

  test('puts any other file into a zip', async () => {
    const { modelId } = valueOf(await create({ file: weights }));
    const { files } = await stage.perform('model.download', { definition, modelId, fileName: 'm.zip' });
    const bytes = files.get('m.zip');
    expect(isZip(bytes)).toBe(true);
    expect(bytes).toHaveLength(storedZipBytes([{ nameBytes: 11, bytes: 100 }]));
  });

  test('tells how far it is', async () => {
    const { events } = await create();
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'upload', bytes: zip.length, totalBytes: zip.length }),
    );
  });

  test.each([
    [{ file: bytesSource('m.zip', new Uint8Array()) }, /"m.zip" is empty/],
    [{ description: 'x'.repeat(239) }, /at most 238 characters/],
    [{ metrics: 'acc=good' }, /must have numbers, NaN or Infinity as values, which that of "acc" is not/],
  ])('refuses what cannot work before anything is sent', async (more, words) => {
    const refused = await create(more);
    expect(errorOf(refused).code).toBe('invalid-input');
    expect(wordsOf(refused)).toMatch(words);
    expect(stage.count('trainingModelCreate')).toBe(0);
  });

  test('wants the length of a file', async () => {
    expect(errorOf(await create({ file: once(zip) })).code).toBe('unsupported');
  });

  test('one that is too large is told as such', async () => {
    stage.enable('archive-too-large');
    const refused = await create({ file: source('m.bin', 'w'.repeat(3_000)) });
    expect(errorOf(refused).code).toBe('too-large');
    expect(wordsOf(refused)).toMatch(/Leave out of the archive/);
  });

  test.each(['drop-after-create', 'error-after-create', 'truncated-json'] as const)(
    'is found by its marker: %s',
    async (kind) => {
      stage.plan({ kind, operation: 'trainingModelCreate' });
      const performance = await create();
      expect(valueOf(performance)).toMatchObject({ archived: false });
      expect(warningsOf(performance)).toMatch(/has its marker \[mf-/);
      expect(stage.state.modelsCreated).toBe(1);
    },
  );

  test('what cannot be seen is not sent again, by a later try neither', async () => {
    const records: JobRecord[] = [];
    stage.plan({ kind: 'reset-after-body', operation: 'trainingModelCreate' });
    for (const _ of [1, 2]) expect(errorOf(await create({}, records)).code).toBe('outcome-unknown');
    expect(stage.count('trainingModelCreate')).toBe(1);
  });

  test('a later try finds what the first one could not see', async () => {
    const records: JobRecord[] = [];
    stage.plan({ kind: 'drop-after-create', operation: 'trainingModelCreate' });
    stage.plan({ kind: 'vendor-error', operation: 'trainingModels', times: 2 });
    expect(errorOf(await create({}, records)).code).toBe('outcome-unknown');
    expect(records.map(({ kind, phase }) => [kind, phase])).toEqual([['model-request', 'issued']]);
    expect(records.every(isUnanswered)).toBe(true);
    valueOf(await create({}, records));
    expect(stage.state.modelsCreated).toBe(1);
    expect(records.map(({ kind, phase }) => [kind, phase]).slice(1)).toEqual([
      ['model', 'uploaded'],
      ['model-request', 'created'],
    ]);
  });

  test('one that was clearly refused is sent by a later try', async () => {
    const records: JobRecord[] = [];
    stage.plan({ kind: 'vendor-error', operation: 'trainingModelCreate' });
    expect(errorOf(await create({}, records)).code).toBe('rejected');
    valueOf(await create({}, records));
    expect(stage.state.modelsCreated).toBe(1);
  });

  test('a later try takes up what was uploaded', async () => {
    const records: JobRecord[] = [];
    const { modelId } = valueOf(await create({}, records));
    expect(valueOf(await create({}, records))).toMatchObject({ modelId });
    expect(stage.count('trainingModelCreate')).toBe(1);
  });

  test('one that was turned away is sent again', async () => {
    stage.plan({ kind: 'retry-after-seconds', operation: 'trainingModelCreate' });
    valueOf(await create());
    expect(stage.state.modelsCreated).toBe(1);
  });
});

describe('get many', () => {
  const ids = async (more: object = {}) =>
    valueOf<readonly { readonly modelId: string }[]>(
      await stage.perform('model.getMany', { definition, ...more }),
    ).map(({ modelId }) => modelId);

  test.each([undefined, 'small-pages', 'limit-capped', 'models-ignore-paging', 'no-total', 'order-shuffled'])(
    'gives all of them, each once: %s',
    async (variant) => {
      for (let made = 0; made < 5; made += 1) valueOf(await create());
      if (variant !== undefined) stage.enable(variant);
      const all = await ids({ returnAll: true });
      expect([all.length, new Set(all).size]).toEqual([6, 6]);
      expect(await ids({ limit: 2 })).toHaveLength(2);
    },
  );

  test('leaves out the archive unless it is asked for', async () => {
    const model = { definition, modelId: presetId() };
    expect(valueOf(await stage.perform('model.archive', model))).toMatchObject({ archived: true });
    expect([await ids(), await ids({ includeArchived: true })]).toEqual([[], [presetId()]]);
    expect(valueOf(await stage.perform('model.unarchive', model))).toMatchObject({ archived: false });
    expect(await ids({ trainingJobId: '404' })).toEqual([]);
  });
});

describe.each([
  ['model.archive', 'trainingModelArchive', {}, { archived: true }],
  ['model.unarchive', 'trainingModelUnarchive', {}, { archived: false }],
  ['model.update', 'trainingModelUpdate', { description: 'good' }, { description: 'good' }],
] as const)('%s', (name, operation, more, expected) => {
  test.each(['drop-before-answer', 'http-500-once', 'reset-after-body', 'truncated-json'] as const)(
    'is brought about: %s',
    async (kind) => {
      stage.plan({ kind, operation });
      const given = { definition, modelId: presetId(), ...more };
      expect(valueOf(await stage.perform(name, given))).toMatchObject(expected);
    },
  );

  test.each(['empty-204', 'created-201'])('success is success: %s', async (variant) => {
    stage.enable(variant);
    const given = { definition, modelId: presetId(), ...more };
    expect(valueOf(await stage.perform(name, given))).toMatchObject(expected);
  });

  test('a model that is not there', async () => {
    expect(errorOf(await stage.perform(name, { definition, modelId: '404', ...more })).code).toBe(
      'not-found',
    );
  });
});

describe('get and download', () => {
  test('a model', async () => {
    const given = { definition, modelId: presetId() };
    expect(valueOf(await stage.perform('model.get', given))).toMatchObject({ modelId: presetId() });
    const name = `model-${presetId()}.zip`;
    const downloaded = await stage.perform('model.download', given);
    expect(valueOf(downloaded)).toMatchObject({ modelFile: { name } });
    expect(isZip(downloaded.files.get(name))).toBe(true);
  });

  test.each(['download-url-expired', 'truncated-body'] as const)('begins anew: %s', async (kind) => {
    stage.plan({ kind, operation: 'download' });
    valueOf(await stage.perform('model.download', { definition, modelId: presetId() }));
    expect(stage.count('trainingModelDownload')).toBe(2);
  });
});
