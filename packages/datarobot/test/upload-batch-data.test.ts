import { presetCsv } from '@modelferry/sandbox';
import { bytesSource, type Source } from '@modelferry/upload';
import { errorOf, valueOf, warningsOf } from '@modelferry/testkit';
import { cars, quick, smallRows } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs, type PerformOptions } from './fault-table/support/stage.ts';

const stage = Stage.forEachTest();
afterEach(() => expect(stage.sandbox.faults.unconsumed()).toEqual([]));

const perform = (name: string, inputs: Inputs, options?: PerformOptions) =>
  stage.perform(`batchPrediction.${name}`, inputs, options);
const create = async (inputs: Inputs = {}): Promise<string> => {
  const made = await perform('create', { deploymentId: stage.deployment.id, ...inputs });
  return (valueOf(made) as { readonly jobId: string }).jobId;
};
const done = async (jobId: string): Promise<void> => {
  const waited = await perform('wait', { jobId, ...quick });
  expect(valueOf(waited)).toMatchObject({ finished: true, resultRows: smallRows });
};
const parts = { uploadMode: 'parts' };
const [header = '', ...lines] = presetCsv('cars.json').trimEnd().split('\r\n');
const part = (from: number, to: number): Source =>
  bytesSource('part.csv', new TextEncoder().encode([header, ...lines.slice(from, to), ''].join('\r\n')));

describe('Upload Data', () => {
  test.each([
    ['in one piece', {}, {}],
    ['in one piece, scored meanwhile', { scoreWhileUploading: true }, {}],
    ['in parts', parts, { partBytes: 2_048 }],
    ['in parts, scored meanwhile', { ...parts, scoreWhileUploading: true }, { partBytes: 2_048 }],
  ])('sends a job its data %s', async (_, asked, inputs) => {
    const jobId = await create(asked);
    const uploaded = await perform('uploadData', { jobId, file: cars(), ...inputs });
    expect(valueOf(uploaded)).toMatchObject({ jobId, sentRows: smallRows, resumeToken: expect.any(String) });
    expect(stage.calls('batchUploadPart').length > 1).toBe('partBytes' in inputs);
    expect(uploaded.records.map(({ phase }) => phase)).toEqual(['uploading', 'uploaded']);
    await done(jobId);
  });

  test('leaves the end of the parts to Finalize', async () => {
    const jobId = await create(parts);
    const uploaded = await perform('uploadData', { jobId, file: cars(), finalize: false });
    expect(valueOf(uploaded)).toMatchObject({ status: 'INITIALIZING', pending: true });
    expect(stage.calls('batchFinalize')).toHaveLength(0);
    expect(uploaded.records.at(-1)?.phase).toBe('uploading');
    expect(valueOf(await perform('finalize', { jobId }))).toMatchObject({ jobId, pending: true });
    await done(jobId);
  });

  test.each([false, true])('sends parts that were cut elsewhere (scored meanwhile: %s)', async (early) => {
    const jobId = await create({ ...parts, scoreWhileUploading: early });
    for (const partNumber of [0, 1]) {
      const file = part(partNumber * 20, partNumber * 20 + 20);
      const uploaded = await perform('uploadData', { jobId, file, partNumber });
      expect(valueOf(uploaded)).toMatchObject({ sentRows: 20, pending: true });
    }
    expect(valueOf(await perform('finalize', { jobId }))).toMatchObject({ jobId });
    await done(jobId);
  });

  test('sends nothing twice that an earlier try has sent', async () => {
    const jobId = await create();
    const first = await perform('uploadData', { jobId, file: cars() });
    const again = await perform('uploadData', { jobId, file: cars() }, { records: [...first.records] });
    expect(valueOf(again)).toMatchObject({ jobId, sentRows: undefined });
    expect(warningsOf(again)).toMatch(/sent by an earlier try/);
    expect(stage.calls('batchUpload')).toHaveLength(1);
  });

  test.each(['drop-before-answer', 'drop-after-upload'] as const)(
    'finds by a look that data arrived whose receipt was lost (%s)',
    async (kind) => {
      const jobId = await create();
      stage.sandbox.faults.plan({ kind, operation: 'batchUpload' });
      expect(valueOf(await perform('uploadData', { jobId, file: cars() }))).toMatchObject({ jobId });
      await done(jobId);
    },
  );

  test('removes a job whose data broke off, since it takes them once', async () => {
    const jobId = await create();
    stage.sandbox.faults.plan({ kind: 'reset-mid-body', operation: 'batchUpload' });
    const broken = await perform('uploadData', { jobId, file: cars(true) });
    expect(errorOf(broken).code).toBe('network');
    expect(broken.records.at(-1)?.phase).toBe('abandoned');
    expect(stage.state.jobsOpen).toBe(0);
  });

  test('removes a job of whose parts one is refused: what was cut in another way must not follow', async () => {
    const jobId = await create(parts);
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchUploadPart', skip: 1, status: 403 });
    const broken = await perform('uploadData', { jobId, file: cars(), partBytes: 2_048 });
    expect(errorOf(broken).code).toBe('forbidden');
    expect(broken.records.at(-1)?.phase).toBe('abandoned');
  });

  test('keeps a job of whose parts that were cut elsewhere one is refused, and takes it again', async () => {
    const jobId = await create(parts);
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchUploadPart', status: 403 });
    const first = { jobId, file: part(0, smallRows), partNumber: 0 };
    expect(errorOf(await perform('uploadData', first)).code).toBe('forbidden');
    expect(valueOf(await perform('uploadData', first))).toMatchObject({ sentRows: smallRows });
    await perform('finalize', { jobId });
    await done(jobId);
  });

  test('asks once more where the answer to the end of the parts was lost', async () => {
    const jobId = await create({ ...parts, scoreWhileUploading: true });
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'batchFinalize' });
    expect(valueOf(await perform('uploadData', { jobId, file: cars() }))).toMatchObject({ jobId });
    await done(jobId);
  });

  test('does not take a job that scores meanwhile for one whose end was told', async () => {
    const jobId = await create({ ...parts, scoreWhileUploading: true });
    stage.sandbox.faults.plan({ kind: 'reset-before-body', operation: 'batchFinalize' });
    expect(valueOf(await perform('uploadData', { jobId, file: cars() }))).toMatchObject({ jobId });
    expect(stage.calls('batchFinalize')).toHaveLength(2);
    await done(jobId);
  });

  test('is refused where it cannot help, before anything is sent', async () => {
    const scored = await create();
    await perform('uploadData', { jobId: scored, file: cars() });
    expect(errorOf(await perform('uploadData', { jobId: scored, file: part(0, 3) }))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('data were sent to it already'),
    });
    const whole = await create();
    expect(errorOf(await perform('uploadData', { jobId: whole, file: cars(), partNumber: 0 }))).toMatchObject(
      {
        code: 'invalid-input',
        message: expect.stringContaining('takes its data in one piece'),
      },
    );
    expect(errorOf(await perform('uploadData', { jobId: whole, file: part(0, 0) })).code).toBe(
      'invalid-input',
    );
    expect(stage.calls('batchUpload')).toHaveLength(1);
    await stage.reset();
  });
});

describe('Finalize', () => {
  test('says so where it was said before', async () => {
    const jobId = await create(parts);
    await perform('uploadData', { jobId, file: cars() });
    const again = await perform('finalize', { jobId });
    expect(valueOf(again)).toMatchObject({ jobId });
    expect(warningsOf(again)).toMatch(/were finalized before/);
    expect(stage.calls('batchFinalize')).toHaveLength(1);
  });

  test('is refused for a job that takes no parts, and by the vendor for one that has none', async () => {
    expect(errorOf(await perform('finalize', { jobId: await create() }))).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('in one piece'),
    });
    expect(errorOf(await perform('finalize', { jobId: await create(parts) }))).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('No data was uploaded'),
    });
  });

  test('does not believe a success that carries a message', async () => {
    const jobId = await create(parts);
    await perform('uploadData', { jobId, file: cars(), finalize: false });
    stage.sandbox.variants.change({ enable: ['finalize-202-message'] });
    expect(errorOf(await perform('finalize', { jobId }))).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('the parts could not be joined'),
    });
  });
});
