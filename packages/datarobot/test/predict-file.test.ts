import {
  dataRobotBadCell,
  presetCsv,
  type DataRobotRealTimeVariant,
  type FaultRequest,
} from '@modelferry/sandbox';
import { bytesSource, type SavedFile } from '@modelferry/upload';
import { testSource } from '@modelferry/testkit';
import { Stage, type Inputs, type PerformOptions } from './fault-table/support/stage.ts';

const stage = Stage.forEachTest();

const cars = presetCsv('cars.json');
const [header = '', ...records] = cars.trimEnd().split('\r\n');
const text = (content: string, name = 'cars.csv') => bytesSource(name, new TextEncoder().encode(content));
const enable = (...names: readonly DataRobotRealTimeVariant[]) =>
  stage.sandbox.variants.change({ enable: names });

interface Predicted {
  readonly resultFile: SavedFile;
  readonly rows: number;
  readonly requests: number;
  readonly content: string;
  readonly warnings: readonly string[];
}

async function predict(inputs: Inputs, options?: PerformOptions): Promise<Predicted> {
  const deploymentId = stage.platform.deployments.find(({ label }) => label === 'cars-fuel')!.id;
  const { result, files, events } = await stage.perform(
    'prediction.predictFile',
    { deploymentId, ...inputs },
    options,
  );
  if (result.status === 'rejected') throw result.reason;
  const value = result.value as Omit<Predicted, 'content'>;
  const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.message] : []));
  return { ...value, warnings, content: new TextDecoder().decode(files.get(value.resultFile.name)) };
}

const linesOf = ({ content }: Predicted) => content.trimEnd().split('\r\n');

describe('a CSV in slices', () => {
  test.each([1, 4])('gives what it gives whole, %d at a time', async (concurrency) => {
    const whole = await predict({ file: text(cars) });
    expect(whole).toMatchObject({ rows: records.length, requests: 1 });
    expect(whole.resultFile).toMatchObject({ name: 'cars-predictions.csv', contentType: 'text/csv' });
    const cut = await predict({ file: text(cars), sliceBytes: 2_048, concurrency });
    expect(cut.requests).toBeGreaterThan(10);
    expect(cut.content).toBe(whole.content);
    expect(cut.rows).toBe(records.length);
  });

  const named = records.map((line, at) => {
    const cells = line.split(',');
    return [`"multi\r\nline ""${at}"" 名前 é"`, ...cells.slice(1)].join(',');
  });

  test.each([
    ['CRLF', `${[header, ...named].join('\r\n')}\r\n`],
    ['LF', `${[header, ...named].join('\n')}\n`],
    ['no line end after the last row', [header, ...named].join('\n')],
    ['a byte order mark', `\uFEFF${[header, ...named].join('\r\n')}\r\n`],
  ])('with quoted line ends and %s keeps every row', async (_, content) => {
    expect(header.split(',')[0]).toBe('Name');
    for (const sliceBytes of [1_024, 1_111, 4_096]) {
      const { content: result, rows } = await predict({
        file: text(content),
        sliceBytes,
        passthroughColumns: ['Name'],
      });
      expect(rows).toBe(named.length);
      const numbers = [...result.matchAll(/line ""(\d+)"" 名前 é/g)].map(([, at]) => Number(at));
      expect(numbers).toEqual([...named.keys()]);
    }
  });

  test('that can be read only once is cut the same', async () => {
    const bytes = new TextEncoder().encode(cars);
    const file = testSource(bytes, { name: 'stream.csv', declaredLength: null, replayable: false });
    const cut = await predict({ file, sliceBytes: 4_096 });
    expect(cut.content).toBe((await predict({ file: text(cars) })).content);
  });

  test('is compressed where that is wanted', async () => {
    await predict({ file: text(cars), compress: true });
    expect(stage.calls('predict')[0]).toMatchObject({ headers: { 'content-encoding': 'gzip' } });
    enable('gzip-counts-compressed');
    expect((await predict({ file: text(cars), compress: true })).rows).toBe(records.length);
  });
});

describe('JSON', () => {
  const objects = records.slice(0, 60).map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(header.split(',').map((name, at) => [name, cells[at] ?? '']));
  });
  const list = JSON.stringify(objects, undefined, 1);
  const lines = objects.map((one) => JSON.stringify(one)).join('\n');

  test.each([
    ['a list', list],
    ['lines', lines],
    ['lines behind a byte order mark', `\uFEFF${lines}\n`],
  ])('as %s is cut between objects', async (_, content) => {
    const expected = await predict({ file: text(`${[header, ...records.slice(0, 60)].join('\n')}\n`) });
    const cut = await predict({ file: text(content, 'rows.csv'), sliceBytes: 2_048 });
    expect(cut.requests).toBeGreaterThan(3);
    expect(cut.content).toBe(expected.content);
  });

  test('comes out with row IDs that count through', async () => {
    const { content, rows, resultFile } = await predict({
      ...{ file: text(list, 'rows.json'), sliceBytes: 2_048, outputFormat: 'json', concurrency: 3 },
      passthroughColumns: ['Name'],
    });
    expect(rows).toBe(60);
    expect(resultFile).toMatchObject({ name: 'rows-predictions.json', contentType: 'application/json' });
    const found = JSON.parse(content) as { rowId: number; passthroughValues: object }[];
    expect(found.map(({ rowId }) => rowId)).toEqual([...objects.keys()]);
    expect(found.map(({ passthroughValues }) => passthroughValues)).toEqual(
      objects.map(({ Name }) => ({ Name })),
    );
  });
});

describe('is refused before anything is sent:', () => {
  test.each<[string, Inputs, RegExp]>([
    ['a header alone', { file: text('a,b\n') }, /has a header and no rows/],
    ['an empty file', { file: text('') }, /is empty/],
    ['another delimiter', { file: text('a;b\n1;2\n') }, /delimited by ";"/],
    ['tabs', { file: text('a\tb\n1\t2\n') }, /delimited by tabs/],
    [
      'another encoding',
      { file: bytesSource('a.csv', Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x82, 0xa0, 0x2c, 0x31, 0x0a)) },
      /is not UTF-8/,
    ],
    ['a column that is not there', { file: text(cars), passthroughColumns: ['x'] }, /"x" is no column/],
    ['a list without objects', { file: text('[]') }, /has no rows/],
    ['a list that breaks off', { file: text('[{"a":1},') }, /breaks off/],
    ['a list of other things', { file: text('[{"a":1},2]') }, /no object at byte 9/],
    [
      'a series that does not fit',
      { file: text(`a\n${'x'.repeat(60)}\n`.repeat(900_000)), forecastPoint: '2024-05-01T00:00:00' },
      /must not be split/,
    ],
    [
      'options that exclude each other',
      { file: text(cars), passthroughColumns: ['Name'], passthroughAllColumns: true },
      /together with all columns/,
    ],
    ['no deployment', { file: text(cars), deploymentId: undefined }, /deploymentId: is required/],
    [
      'a portable server without its URL',
      { file: text(cars), server: 'portable' },
      /portableUrl: is required/,
    ],
  ])('%s', async (_, inputs, said) => {
    await expect(predict(inputs)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(said),
    });
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('and the file is closed where the deployment is not there', async () => {
    const file = testSource(new TextEncoder().encode(cars), { name: 'cars.csv', chunkBytes: [1_000] });
    await expect(predict({ file, deploymentId: 'none', sliceBytes: 2_048 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(file.opened).toBeGreaterThan(0);
    expect(file.closed).toBe(file.opened);
  });
});

describe('what goes wrong on the way', () => {
  const sliced = { file: text(cars), sliceBytes: 4_096 };

  test('a row that the server refuses ends it, and the error says where', async () => {
    const lines = records.map((line, at) => (at === 300 ? line.replace(/^[^,]*/, dataRobotBadCell) : line));
    const file = text(`${[header, ...lines].join('\r\n')}\r\n`);
    await expect(predict({ file, sliceBytes: 4_096 })).rejects.toMatchObject({
      code: 'rejected',
      message: expect.stringMatching(/cannot be scored.*from byte \d+ of "cars.csv"/),
    });
  });

  test('bytes late in the file that are not UTF-8 are named', async () => {
    const bytes = new TextEncoder().encode(cars);
    bytes[bytes.length - 40] = 0xff;
    await expect(predict({ file: bytesSource('cars.csv', bytes), sliceBytes: 4_096 })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('is not UTF-8'),
    });
  });

  test.each<FaultRequest>([
    { kind: 'status', status: 429, times: 4 },
    { kind: 'retry-after-seconds', times: 2 },
    { kind: 'retry-after-date' },
    { kind: 'http-503-burst' },
    { kind: 'http-570-burst' },
    { kind: 'html-error' },
    { kind: 'reset-before-body' },
    { kind: 'reset-after-body' },
    { kind: 'drop-before-answer' },
    { kind: 'truncated-body' },
    { kind: 'download-cut' },
    { kind: 'stall-mid-body' },
    { kind: 'slow-drip', delayMs: 1, bytes: 200 },
    { kind: 'deprecation-header' },
    { kind: 'wrong-content-type' },
  ])('passes: $kind', async (fault) => {
    const expected = await predict(sliced);
    stage.sandbox.faults.plan({ ...fault, operation: 'predict', skip: 2 });
    expect((await predict(sliced)).content).toBe(expected.content);
    expect(stage.sandbox.faults.unconsumed()).toEqual([]);
  });

  test.each<[FaultRequest, string, RegExp]>([
    [{ kind: 'status', status: 429, times: 9 }, 'rate-limited', /429/],
    [{ kind: 'http-500-once' }, 'server-error', /500/],
    [{ kind: 'token-revoked' }, 'unauthorized', /Invalid API token/],
    [{ kind: 'truncated-json' }, 'unexpected-answer', /rows were sent and/],
    [{ kind: 'redirect-cross-origin' }, 'unexpected-answer', /redirect/],
  ])('ends it: %j', async (fault, code, said) => {
    stage.sandbox.faults.plan({ ...fault, operation: 'predict', skip: 2 });
    const failed = predict(sliced);
    await expect(failed).rejects.toMatchObject({ code, message: expect.stringMatching(said) });
  });

  test('a stop on request ends it', async () => {
    const abort = new AbortController();
    const onProgress = () => abort.abort();
    await expect(predict(sliced, { abort, onProgress })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

test('columns are few on some servers, and the rows are counted all the same', async () => {
  enable('rt-csv-columns');
  const result = await predict({ file: text(cars), sliceBytes: 4_096 });
  expect(linesOf(result)[0]).toBe('Miles_per_Gallon_PREDICTION');
  expect(result.rows).toBe(records.length);
});

test('more names than a request line holds: the others are dropped here', async () => {
  const long = Array.from({ length: 90 }, (_, at) => `${'column'.repeat(20)} ${at}`);
  const wide = [
    [header, ...long].join(','),
    ...records.slice(0, 5).map((line, row) => [line, ...long.map((_, at) => `${row}-${at}`)].join(',')),
  ];
  const result = await predict({ file: text(`${wide.join('\n')}\n`), passthroughColumns: long.slice(10) });
  const [first, ...rest] = linesOf(result);
  expect(first).toBe(['Miles_per_Gallon_PREDICTION', ...long.slice(10)].join(','));
  expect(rest.map((line) => line.split(',')[1])).toEqual(['0-10', '1-10', '2-10', '3-10', '4-10']);
});

test('a time series goes whole', async () => {
  const result = await predict({ file: text(cars), sliceBytes: 1_024, forecastPoint: '2024-05-01T00:00:00' });
  expect(result).toMatchObject({ requests: 1, rows: records.length });
});

test('a portable server needs neither the platform nor its key', async () => {
  const { url } = stage.platform.portableServer;
  const result = await predict({
    ...{ server: 'portable', portableUrl: url, deploymentId: undefined, file: text(cars) },
  });
  expect(result.rows).toBe(records.length);
  expect(stage.sandbox.requests().map(({ origin }) => origin)).toEqual(['portable']);
});
