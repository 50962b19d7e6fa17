import { dataRobotBadCell, presetCsv } from '@modelferry/sandbox';
import { bytesSource, type Source } from '@modelferry/upload';
import { errorOf, testSource, valueOf, warningsOf, type Performance } from '@modelferry/testkit';
import { batchPrediction, dataRobot } from '../src/index.ts';
import { cars, quick, smallRows } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs, type PerformOptions } from './fault-table/support/stage.ts';

const stage = Stage.forEachTest();
afterEach(() => expect(stage.sandbox.faults.unconsumed()).toEqual([]));

const score = (inputs: Inputs = {}, options?: PerformOptions) =>
  stage.perform(
    'batchPrediction.score',
    { deploymentId: stage.deployment.id, file: cars(), ...quick, ...inputs },
    options,
  );
const wait = (inputs: Inputs, options?: PerformOptions) =>
  stage.perform('batchPrediction.wait', { ...quick, ...inputs }, options);
const idOf = (performance: Performance): string => (valueOf(performance) as { readonly jobId: string }).jobId;
const textOf = ({ files }: Performance): string => new TextDecoder().decode([...files.values()][0]);
const [header = '', ...lines] = presetCsv('cars.json').trimEnd().split('\r\n');
const file = (text: string, name = 'cars.csv'): Source => bytesSource(name, new TextEncoder().encode(text));

describe('a restart', () => {
  test('goes on with a job by its ID or its token, days later', async () => {
    const started = await score({ waitForCompletion: false });
    const { resumeToken } = valueOf(started) as { readonly resumeToken: string };
    for (const jobId of [idOf(started), resumeToken, ` ${resumeToken}\n`]) {
      expect(valueOf(await wait({ jobId }))).toMatchObject({ finished: true, scoredRows: smallRows });
    }
  });

  test('a time that is over ends nothing, and the wait goes on later', async () => {
    stage.sandbox.faults.plan({ kind: 'queue-busy' });
    const first = await score({ timeoutMs: 1_000 });
    expect(valueOf(first)).toMatchObject({ pending: true, finished: false, status: 'INITIALIZING' });
    expect(first.records.at(-1)).toMatchObject({ kind: batchPrediction, phase: 'uploaded' });
    expect(stage.state.deletes).toBe(0);
    const second = await wait({ jobId: idOf(first) });
    expect(valueOf(second)).toMatchObject({ finished: true });
    expect(second.files.size).toBe(1);
  });

  test('a later try of the same request takes up the job, and another request does not', async () => {
    const { records } = await score({ waitForCompletion: false });
    const again = await score({}, { records: [...records] });
    expect(warningsOf(again)).toMatch(/Going on with batch job .* of an earlier try/);
    expect(stage.state.jobsCreated).toBe(1);
    const { deletes } = stage.state;
    const other = await score({ maxExplanations: 1 }, { records: [...records] });
    expect([stage.state.jobsCreated, deletes, idOf(other) === idOf(again)]).toEqual([2, 0, false]);
    await stage.reset(); // Two requests may score twice
  });

  test('a job that broke off is removed before there is another', async () => {
    const abort = new AbortController();
    const stopped = await score(
      { file: cars(true) },
      { abort, onProgress: ({ type }) => type === 'upload' && abort.abort() },
    );
    expect(errorOf(stopped).code).toBe('cancelled');
    expect(stopped.records.map(({ phase }) => phase)).toEqual(['created', 'uploading']);
    const again = await score({ file: cars(true) }, { records: [...stopped.records] });
    expect(valueOf(again)).toMatchObject({ finished: true });
    expect(stage.state.jobsQueued).toBe(1);
  });

  test('a job that failed is not taken up', async () => {
    stage.sandbox.faults.plan({ kind: 'job-failed' });
    const failed = await score();
    expect(errorOf(failed).code).toBe('job-failed');
    const again = await score({}, { records: [...failed.records] });
    expect(valueOf(again)).toMatchObject({ finished: true });
    expect(stage.state.jobsCreated).toBe(2);
    await stage.reset();
  });
});

describe('a cancel', () => {
  const cancel = (performance: Performance) => {
    const { id } = performance.records.at(-1)!;
    return stage.perform('batchPrediction.abort', { jobId: id });
  };

  test.each(['upload', 'status', 'download'] as const)(
    'during the %s ends it, and the job can be ended',
    async (type) => {
      const abort = new AbortController();
      const large = type === 'upload';
      const stopped = await score(
        { file: cars(large) },
        { abort, onProgress: (event) => event.type === type && abort.abort() },
      );
      expect(errorOf(stopped)).toMatchObject({ code: 'cancelled' });
      expect(stopped.files.size).toBe(0);
      expect(valueOf(await cancel(stopped))).toMatchObject({
        outcome: { upload: 'never-started', status: 'cancelled', download: 'already-ended' }[type],
      });
      expect(stage.state.jobsOpen).toBe(0);
      expect(valueOf(await cancel(stopped))).toMatchObject({
        outcome: large ? 'never-started' : 'already-ended', // A job without data never starts, however often it is asked
      });
    },
  );

  test('a wait tells which job there is to end', async () => {
    const started = await score({ waitForCompletion: false });
    const abort = new AbortController();
    const jobId = idOf(started);
    const stopped = await wait(
      { jobId },
      { abort, onProgress: ({ type }) => type === 'status' && abort.abort() },
    );
    expect(stopped.records).toMatchObject([{ id: jobId, kind: batchPrediction, phase: 'uploaded' }]);
    expect(Object.keys(dataRobot.cancels ?? {})).toContain(batchPrediction);
  });
});

describe('a job that waits for data', () => {
  test('says so at once when it is waited for, and the wait ends in time', async () => {
    const abort = new AbortController();
    const stopped = await score(
      { file: cars(true) },
      { abort, onProgress: ({ type }) => type === 'upload' && abort.abort() },
    );
    const waited = await wait({ jobId: stopped.records[0]!.id, timeoutMs: 20_000 });
    expect(valueOf(waited)).toMatchObject({
      pending: true,
      message: expect.stringContaining('waits for its data'),
    });
    expect(warningsOf(waited)).toMatch(/waits for data that nobody may be sending/);
  });
});

describe('rows', () => {
  const mixed = [header, ...lines.slice(0, 5), lines[5]!.replace(/^[^,]*/, dataRobotBadCell)].join('\n');

  test.each([
    ['shown', [], 6],
    ['left out', ['failed-rows-omitted'], 5],
  ] as const)('that fail are told, and are %s in the result', async (_, variants, rows) => {
    stage.sandbox.variants.change({ enable: [...variants] });
    const performance = await score({ file: file(mixed) });
    expect(valueOf(performance)).toMatchObject({ scoredRows: 5, failedRows: 1, finished: true });
    expect(warningsOf(performance)).toMatch(/1 of the rows/);
    expect(textOf(performance).trimEnd().split('\n')).toHaveLength(rows + 1);
  });

  test('that fail too often abort the job, whose log says so', async () => {
    stage.sandbox.variants.change({ enable: ['abort-at-once'] });
    const error = errorOf(await score({ file: file(mixed) }));
    expect(error).toMatchObject({
      code: 'job-failed',
      message: expect.stringContaining('Too many errors: 1 rows could not be scored'),
    });
    const kept = await score({ file: file(mixed), abortOnError: false });
    expect(valueOf(kept)).toMatchObject({ failedRows: 1, finished: true });
    await stage.reset();
  });

  test('come with the columns that were passed through', async () => {
    const performance = await score({ passthroughColumns: ['Name'], resultFileName: 'scored.csv' });
    expect([...performance.files.keys()]).toEqual(['scored.csv']);
    expect(textOf(performance).split(/\r?\n/)[0]).toContain('Name');
    const all = await score({ passthroughAllColumns: true });
    expect(textOf(all).split(/\r?\n/)[0]).toContain(header.split(',').at(-1));
    await stage.reset();
  });

  test.each([
    ['semicolons, found', ';', {}],
    ['tabs, named', '\t', { delimiter: 'tab' }],
  ])('are told apart by %s', async (_, delimiter, inputs) => {
    const text = [header, ...lines.slice(0, 10)].join('\r\n').replaceAll(',', delimiter);
    const performance = await score({ file: file(text), passthroughAllColumns: true, ...inputs });
    expect(valueOf(performance)).toMatchObject({ scoredRows: 10, failedRows: 0 });
    expect(textOf(performance).split('\n')[0]).toContain(delimiter);
  });

  test('in Shift_JIS stay so', async () => {
    const ascii = new TextEncoder().encode(
      `${header}\n${lines[0]!.slice(0, lines[0]!.lastIndexOf(',') + 1)}`,
    );
    const withName = new Uint8Array([...ascii, 0x93, 0xfa, 0x96, 0x7b, 0x0a]);
    const performance = await score({
      file: bytesSource('cars.csv', withName),
      encoding: 'shift_jis',
      passthroughAllColumns: true,
    });
    expect(valueOf(performance)).toMatchObject({ scoredRows: 1, failedRows: 0 });
    const [result] = [...performance.files.values()];
    expect(Buffer.from(result!).includes(Buffer.from([0x93, 0xfa, 0x96, 0x7b]))).toBe(true);
  });
});

describe('what is refused', () => {
  test.each([
    ['a header alone', { file: file(`${header}\n`) }, /has a header and no rows/],
    ['an empty file', { file: file('') }, /is empty/],
    ['a bad name for the result', { resultFileName: '../x.csv' }, /has a slash in it/],
    ['a column that is not there', { passthroughColumns: ['nothing'] }, /is no column of the file/],
  ])('before anything is sent: %s', async (_, inputs, problem) => {
    const error = errorOf(await score(inputs));
    expect(error).toMatchObject({ code: 'invalid-input', message: expect.stringMatching(problem) });
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test.each(['a b', 'https://dr.example/x', '..'])('%j is no job', async (jobId) => {
    expect(errorOf(await wait({ jobId }))).toMatchObject({ code: 'invalid-input' });
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('what shows only at the end of a file starts nothing, and its job is removed', async () => {
    const text = `${[header, ...lines].join('\n')}\n"open,1\n`;
    const inPieces = { name: 'cars.csv', chunkBytes: [4_096] };
    const error = errorOf(await score({ file: testSource(new TextEncoder().encode(text), inPieces) }));
    expect(stage.state.jobsCreated).toBe(1);
    expect(error).toMatchObject({ code: 'invalid-input' });
    expect(stage.state.jobsQueued).toBe(0);
  });

  test('an unknown deployment, in the words of the vendor', async () => {
    expect(errorOf(await score({ deploymentId: '5e7e6a3f8e7d8c0001a1b2c3' }))).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Deployment not found'),
      remedy: expect.stringContaining('Check the ID'),
    });
  });

  test('a wrong key', async () => {
    const error = errorOf(await score({}, { client: { apiToken: 'not-the-token' } }));
    expect(error).toMatchObject({ code: 'unauthorized', remedy: expect.stringContaining('this endpoint') });
  });

  test('a length that is not known, by servers that want to know it', async () => {
    stage.sandbox.variants.change({ enable: ['chunked-411'] });
    const unsized = { ...cars(), length: undefined, reader: undefined };
    expect(errorOf(await score({ file: unsized }))).toMatchObject({
      code: 'rejected',
      remedy: expect.stringContaining('pass the data as a file'),
    });
  });
});

test('a length that is not known is fine where the server takes it', async () => {
  const unsized = { ...cars(), length: undefined, reader: undefined };
  expect(valueOf(await score({ file: unsized }))).toMatchObject({ finished: true, scoredRows: smallRows });
});

test.each([[[]], [['gc-410']]])('a result older than 48 h is said to be gone (%j)', async (variants) => {
  const { jobId } = valueOf(await score({ downloadResult: false })) as { readonly jobId: string };
  stage.sandbox.variants.change({ enable: variants });
  stage.sandbox.clock.advance(49 * 3_600_000);
  expect(errorOf(await wait({ jobId }))).toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('keeps it for 48 hours'),
  });
  expect(valueOf(await wait({ jobId, downloadResult: false }))).toMatchObject({ finished: true });
});

test('scoring may begin while the file is still on its way', async () => {
  const performance = await score({ scoreWhileUploading: true });
  expect(valueOf(performance)).toMatchObject({ finished: true, scoredRows: smallRows });
});

test.each(['reset-mid-body', 'drop-before-answer'] as const)(
  'an upload that is scored meanwhile and ends with a %s is not taken for whole',
  async (kind) => {
    stage.sandbox.faults.plan({ kind, operation: 'batchUpload' });
    const performance = await score({ scoreWhileUploading: true, file: cars(true) });
    expect(valueOf(performance)).toMatchObject({ finished: true, failedRows: 0 });
    expect(stage.state.batchJobs.map(({ state }) => state)).toEqual(['deleted', 'COMPLETED']);
  },
);

test('an upload that breaks off again and again ends with what broke it, and leaves nothing', async () => {
  stage.sandbox.faults.plan({ kind: 'reset-mid-body', operation: 'batchUpload', times: 3 });
  const performance = await score({ file: cars(true) });
  expect(errorOf(performance)).toMatchObject({ code: 'network' });
  expect(stage.state.batchJobs.map(({ queued }) => queued)).toEqual([false, false, false]);
});

test('a job that cannot be removed does not hide why it had to be', async () => {
  stage.sandbox.faults.plan([
    { kind: 'vendor-error', operation: 'batchUpload', message: 'Not a CSV' },
    { kind: 'status', operation: 'batchDelete' },
  ]);
  const performance = await score();
  expect(errorOf(performance)).toMatchObject({
    code: 'rejected',
    message: expect.stringContaining('Not a CSV'),
  });
  expect(warningsOf(performance)).toMatch(/has no use any more, and could not be removed/);
});
