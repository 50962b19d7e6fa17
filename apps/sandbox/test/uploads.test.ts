import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { ZipFile } from 'yazl';
import { presetCsv } from '../src/index.ts';
import { unzipSync } from './unzip.ts';
import { Bench, put } from './client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const csv = presetCsv('cars.json');
const evaluation = [...csv.split('\r\n').slice(0, 51), ''].join('\r\n');
type Form = 'deflate' | 'stored' | 'zip64' | 'descriptor';

async function zipOf(files: Record<string, string>, form: Form = 'deflate'): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) {
    const options = { compress: form !== 'stored', forceZip64Format: form === 'zip64' };
    if (form === 'descriptor')
      zip.addReadStreamLazy(name, options, (give) => give(null, Readable.from([Buffer.from(text)])));
    else zip.addBuffer(Buffer.from(text), name, options);
  }
  zip.end({ forceZip64Format: form === 'zip64', comment: '' });
  return buffer(zip.outputStream as Readable);
}

async function report(url: string) {
  return JSON.parse(
    unzipSync(Buffer.from(await (await fetch(url)).arrayBuffer()))['sandbox_report.json'] ?? '',
  );
}

it('records what arrived, so that a test can prove its contents', async () => {
  const { id, url } = await bench.issue('表 2026.csv');
  await put(url, csv);
  const proof = {
    name: '表 2026.csv',
    bytes: Buffer.byteLength(csv),
    sha256: createHash('sha256').update(csv).digest('hex'),
    crc32: crc32(csv),
  };
  expect(bench.sandbox.state().predictionOne.japan.retrainJobs).toMatchObject([
    { id, fileName: '表 2026.csv', uploads: [proof] },
  ]);
});

it.each(['deflate', 'stored', 'zip64', 'descriptor'] as const)(
  'reads a ZIP with an evaluation file (%s)',
  async (form) => {
    const zip = await zipOf({ 'train_src/train.csv': csv, 'eval_src/eval.csv': evaluation }, form);
    const { end } = await bench.retrain(zip, 'both.zip');
    expect(end.json.message).toBe('');
    expect(await report(end.json.download_url)).toMatchObject({
      sandbox_training_rows: 406,
      sandbox_evaluation_rows: 50,
      sandbox_evaluated_on: 'evaluation_file',
    });
  },
);

it('reads TSV, a byte order mark, quoted newlines and Shift_JIS', async () => {
  const tsv = `\ufeff${csv.replaceAll(',', '\t')}`;
  expect((await bench.retrain(tsv, 'cars.tsv')).end.json.status).toBe('job_finished');
  const quoted = csv
    .replaceAll('chevrolet', '"chev\nrolet"')
    .replace(/"chev\nrolet" ([^,]*)/g, '"chev\nrolet $1"');
  const { end } = await bench.retrain(quoted, 'cars.csv');
  expect((await report(end.json.download_url)).sandbox_training_rows).toBe(406);
  const japanese = Buffer.from(csv.replaceAll('Japan', '@@'), 'latin1')
    .toString('latin1')
    .replaceAll('@@', '\x93\xfa\x96{');
  expect((await bench.retrain(Buffer.from(japanese, 'latin1'))).end.json.status).toBe('job_finished');
});

it.each<[string, string, string | (() => Promise<Buffer>), RegExp]>([
  ['a ZIP called .csv', 'a.csv', () => zipOf({ 'train_src/a.csv': csv }), /is a ZIP in spite of its name/],
  ['a CSV called .zip', 'a.zip', csv, /is no ZIP in spite of its name/],
  ['an unknown extension', 'a.txt', csv, /neither .csv, .tsv nor .zip/],
  ['an empty file', 'a.csv', '', /is empty/],
  ['no rows', 'a.csv', 'a,b\n', /no rows/],
  ['a ragged row', 'a.csv', `${csv}1,2\r\n`, /a row has 2 values where the header has 9/],
  ['a column that stands twice', 'a.csv', 'a,a\n1,2\n', /a column name stands twice/],
  ['a quote left open', 'a.csv', `${csv}"${'x'.repeat(1_100_000)}`, /one record is longer than 1 MiB/],
  ['a ZIP without a training file', 'a.zip', () => zipOf({ 'a.csv': csv }), /no train_src/],
  [
    'half a ZIP',
    'a.zip',
    async () => (await zipOf({ 'train_src/a.csv': csv })).subarray(0, 900),
    /Not a readable ZIP/,
  ],
  [
    'a damaged ZIP',
    'a.zip',
    async () => spoilt(await zipOf({ 'train_src/a.csv': csv }, 'stored')),
    /checksum is wrong/,
  ],
  ['one value in the target', 'a.csv', csv.replace(/^((?:"[^"]*"|[^,]*),)[\d.]+/gm, '$1x'), /Only 0 rows/],
])('fails a job on %s', async (_name, fileName, content, message) => {
  const { end } = await bench.retrain(typeof content === 'string' ? content : await content(), fileName);
  expect(end.json).toMatchObject({ status: 'sandbox_failed', message: expect.stringMatching(message) });
});

it('sniff-content, zip-ascii-names-only, zip-extra-files-fail, eval-ignored', async () => {
  const japanese = await zipOf({ 'train_src/表.csv': csv, 'eval_src/e.csv': evaluation });
  const extra = await zipOf({ 'train_src/a.csv': csv, 'train_src/b.csv': csv });
  expect((await bench.retrain(japanese, 'a.zip')).end.json.status).toBe('job_finished');
  expect((await bench.retrain(extra, 'a.zip')).end.json.status).toBe('job_finished');
  bench.sandbox.variants.change({
    enable: ['sniff-content', 'zip-ascii-names-only', 'zip-extra-files-fail', 'eval-ignored'],
  });
  expect((await bench.retrain(csv, 'a.zip')).end.json.status).toBe('job_finished');
  expect((await bench.retrain(japanese, 'a.zip')).end.json.message).toMatch(/outside ASCII/);
  expect((await bench.retrain(extra, 'a.zip')).end.json.message).toMatch(/has 2 files/);
  const both = await zipOf({ 'train_src/a.csv': csv, 'eval_src/e.csv': evaluation });
  const { end } = await bench.retrain(both, 'a.csv');
  expect((await report(end.json.download_url)).sandbox_evaluated_on).toBe('hold_out');
});

it.each([
  '',
  '?filename=',
  '?filename=a%2Fb.csv',
  '?filename=a%5Cb.csv',
  '?filename=a.csv%0a',
  '?filename=%EF%BB%BFa.csv',
])('refuses the file name in "%s"', async (query) => {
  const answer = await bench.manage('GET', `/retrain_jobs/upload_url${query}`, {
    key: bench.cars.retrainKey,
  });
  expect(answer).toMatchObject({
    status: 400,
    json: { message: expect.stringMatching(/^sandbox: filename/) },
  });
  expect(bench.sandbox.state().predictionOne.japan.retrainJobs).toEqual([]);
});

it('takes a space as %20 and as +', async () => {
  for (const name of ['a%20b.csv', 'a+b.csv']) {
    await bench.manage('GET', `/retrain_jobs/upload_url?filename=${name}`, { key: bench.cars.retrainKey });
  }
  expect(bench.sandbox.state().predictionOne.japan.retrainJobs.map(({ fileName }) => fileName)).toEqual([
    'a b.csv',
    'a b.csv',
  ]);
});

function spoilt(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  const at = copy.indexOf('chevrolet');
  copy[at] = copy[at]! ^ 1;
  return copy;
}
