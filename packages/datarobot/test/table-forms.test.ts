import { crc32 } from 'node:zlib';
import { presetCsv } from '@modelferry/sandbox';
import { errorOf, valueOf } from '@modelferry/testkit';
import { bytesSource } from '@modelferry/upload';
import { quick } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forEachTest();

const [header = '', ...lines] = presetCsv('cars.json').trimEnd().split('\r\n').slice(0, 61);
const count = lines.length;
/** With a quoted line break, a delimiter and a doubled quote in the text of every row. */
const named = lines.map((line, at) => `${line.slice(0, line.lastIndexOf(',') + 1)}"車 ${at}\r\n""x"", y"`);
const plain = lines.map((line, at) => `${line.slice(0, line.lastIndexOf(',') + 1)}n${at}`);
const utf8 = (text: string) => new TextEncoder().encode(text);
/** 車 in Shift_JIS, and a character whose second byte is that of a backslash. */
const inShiftJis = (text: string) =>
  new Uint8Array(
    text.split(/(車)/).flatMap((piece) => (piece === '車' ? [0x8e, 0xd4, 0x95, 0x5c] : [...utf8(piece)])),
  );

/** A file as users have them, and what is to be said of it. */
const forms: Readonly<Record<string, readonly [bytes: Uint8Array, inputs?: Inputs]>> = {
  'LF, and quoted line breaks': [utf8(`${[header, ...named].join('\n')}\n`)],
  CRLF: [utf8(`${[header, ...named].join('\r\n')}\r\n`)],
  'a last line without its end': [utf8([header, ...named].join('\r\n'))],
  'UTF-8 with a byte order mark': [utf8(`\uFEFF${[header, ...named].join('\r\n')}\r\n`)],
  Shift_JIS: [inShiftJis(`${[header, ...named].join('\r\n')}\r\n`), { encoding: 'shift_jis' }],
  'tabs, named': [utf8([header, ...plain].join('\n').replaceAll(',', '\t')), { delimiter: 'tab' }],
  'tabs, found': [utf8([header, ...plain].join('\n').replaceAll(',', '\t'))],
  'one column': [utf8(['Horsepower', ...lines.map((_, at) => String(60 + at))].join('\n'))],
};
const ways: readonly (readonly [string, Inputs])[] = [
  ['in one piece', {}],
  ['in parts', { uploadMode: 'parts', partBytes: 1_024 }],
  ['in one piece, scored meanwhile', { scoreWhileUploading: true }],
  ['in parts, scored meanwhile', { uploadMode: 'parts', partBytes: 1_024, scoreWhileUploading: true }],
];
const names = Object.keys(forms);

const score = (bytes: Uint8Array, inputs: Inputs) =>
  stage.perform('batchPrediction.score', {
    ...{ deploymentId: stage.deployment.id, file: bytesSource('cars.csv', bytes), ...quick },
    passthroughAllColumns: true,
    ...inputs,
  });

describe.each(names)('a batch of %s', (name) => {
  const [bytes, inputs = {}] = forms[name]!;

  test.each(ways)('%s', async (_, way) => {
    const performance = await score(bytes, { ...inputs, ...way });
    expect(valueOf(performance)).toMatchObject({
      ...{ finished: true, scoredRows: count, failedRows: 0, resultRows: count },
    });
    const { uploads } = stage.state.batchJobs[0]!;
    expect(uploads.reduce((sum, { rows }) => sum + rows, 0)).toBe(count);
    if (way['uploadMode'] !== 'parts') {
      expect(uploads).toMatchObject([{ bytes: bytes.length, crc32: crc32(bytes) }]);
      return;
    }
    // A byte order mark is not repeated, and nothing else is lost or added
    const mark = bytes[0] === 0xef ? 3 : 0;
    const headerBytes = bytes.indexOf(0x0a) + 1;
    let position = headerBytes;
    for (const { part, bytes: length, crc32: received } of uploads) {
      const repeated = bytes.subarray(part === 0 ? 0 : mark, headerBytes);
      const end = position + length - repeated.length;
      expect(crc32(bytes.subarray(position, end), crc32(repeated))).toBe(received);
      position = end;
    }
    expect(position).toBe(bytes.length);
    if (bytes.length > 1_024) expect(uploads.length).toBeGreaterThan(1);
  });
});

test.each(['Upload Data', 'Score'])(
  'a header alone is refused by %s, in one piece and in parts',
  async (name) => {
    for (const uploadMode of ['whole', 'parts']) {
      for (const text of [header, `${header}\r\n`, `\uFEFF${header}\n\n`]) {
        const deploymentId = stage.deployment.id;
        const file = bytesSource('cars.csv', utf8(text));
        const made = await stage.perform('batchPrediction.create', { deploymentId, uploadMode });
        const jobId = valueOf(made)['jobId'];
        const performance = await (name === 'Score'
          ? score(utf8(text), { uploadMode })
          : stage.perform('batchPrediction.uploadData', { jobId, file }));
        expect(errorOf(performance)).toMatchObject({
          code: 'invalid-input',
          message: expect.stringContaining('has a header and no rows'),
        });
      }
    }
    expect(stage.state.batchJobs.flatMap(({ uploads }) => uploads)).toEqual([]);
  },
);

describe('real time', () => {
  const predict = async (bytes: Uint8Array) =>
    stage.perform('prediction.predictFile', {
      ...{ deploymentId: stage.deployment.id, file: bytesSource('cars.csv', bytes), sliceBytes: 4_096 },
    });

  test.each([
    'LF, and quoted line breaks',
    'CRLF',
    'a last line without its end',
    'UTF-8 with a byte order mark',
    'one column',
  ])('%s', async (name) => {
    expect(valueOf(await predict(forms[name]![0]))).toMatchObject({ rows: count });
  });

  test.each([
    ['Shift_JIS', /is not UTF-8/],
    ['tabs, found', /delimited by tabs/],
  ])('%s is refused, and a batch told of', async (name, said) => {
    const { code, message, remedy } = errorOf(await predict(forms[name]![0]));
    expect([code, `${message} ${remedy}`]).toEqual(['invalid-input', expect.stringMatching(said)]);
    expect(stage.calls('predict')).toEqual([]);
  });
});

test.each(names)('a dataset of %s goes as it is', async (name) => {
  const [bytes] = forms[name]!;
  const performance = await stage.perform('dataset.upload', {
    ...{ file: bytesSource('cars.csv', bytes), waitForCompletion: false },
  });
  const { datasetId } = valueOf(performance);
  const dataset = stage.state.datasets.find(({ id }) => id === datasetId);
  expect(dataset?.versions).toMatchObject([{ bytes: bytes.length, crc32: crc32(bytes) }]);
});
