import { errorOf, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { bytesSource, storedZip } from '@modelferry/upload';
import { source } from './support/answers.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

const definition = 'cars-fuel';
const zip = () => storedZip('code.zip', [{ path: 'train.py', source: source('train.py', 'pass') }]);
const settings = { handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10' };
const create = (more: object = {}, records = []) =>
  stage.perform('version.create', { definition, source: zip(), ...settings, ...more }, { records });
const perform = (name: string, more: object = {}) =>
  stage.perform(`version.${name}`, { definition, version: '1', ...more });
const list = async (more: object = {}) => {
  const listed = await stage.perform('version.getMany', { definition, ...more });
  return valueOf<readonly { readonly version: number }[]>(listed).map(({ version }) => version);
};

test('is created from a zip, with all that it is given', async () => {
  const environment = '{"N": 3, "NAME": "a=b, c"}';
  const performance = await create({ description: 'first', environment, datasets: 'a-1=123' });
  expect(valueOf(performance)).toMatchObject({
    ...{ definition, version: 2, ...settings, archived: false },
    ...{ environment: { N: '3', NAME: 'a=b, c' }, datasets: { 'a-1': '123' } },
    description: expect.stringMatching(/^first \[mf-\w+\]$/) as string,
  });
  expect(performance.events).toContainEqual(expect.objectContaining({ type: 'upload', name: 'code.zip' }));
  const sent = stage.state.sources.find((one) => one.definition === definition && one.version === 2);
  expect(sent).toMatchObject({ bytes: zip().length });
});

test('is created from a tar.gz, told by its first bytes, and given back as it was', async () => {
  const bytes = Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3);
  await create({ source: bytesSource('whatever.bin', bytes) });
  const performance = await perform('downloadSource', { version: '2' });
  expect([...performance.files]).toEqual([['source-2.tar.gz', bytes]]);
  expect(valueOf(performance)).toMatchObject({ version: 2, sourceFile: { name: 'source-2.tar.gz' } });
});

test('a file whose length nobody knows needs a place to be kept', async () => {
  const unknown = { ...zip(), length: undefined };
  expect(errorOf(await create({ source: unknown })).code).toBe('unsupported');
});

test('one Python file becomes a zip', async () => {
  await create({ source: source('train.py', 'print(1)') });
  const [[name, bytes] = []] = (await perform('downloadSource', { version: '2' })).files;
  expect([name, String.fromCharCode(...(bytes ?? []).slice(30, 38))]).toEqual(['source-2.zip', 'train.py']);
});

test.each([
  [source('notes.txt', 'text'), /is neither a zip nor a tar.gz nor a Python file/],
  [source('empty.zip', ''), /is empty/],
])('a file of another kind is refused before anything is sent', async (file, words) => {
  expect(wordsOf(await create({ source: file }))).toMatch(words);
  expect(stage.sandbox.requests()).toEqual([]);
});

test('is created from git', async () => {
  const gitUrl = 'https://git.example/train.git';
  const performance = await create({ origin: 'git', source: undefined, gitUrl });
  expect(valueOf(performance)).toMatchObject({ version: 2, ...settings });
  expect(wordsOf(await create({ origin: 'git' }))).toMatch(/gitUrl: is required/);
  expect(wordsOf(await create({ source: undefined }))).toMatch(/source: is required/);
});

describe('a create whose answer is lost', () => {
  test.each(['drop-after-create', 'error-after-create', 'truncated-json'] as const)(
    '%s: the version is found by its mark, and there is one',
    async (kind) => {
      stage.plan({ kind, operation: 'trainingVersionCreate' });
      const performance = await create();
      expect(valueOf(performance)).toMatchObject({ version: 2 });
      expect(warningsOf(performance)).toMatch(/No clear answer came/);
      expect([stage.state.versionsCreated, stage.count('trainingVersionCreate')]).toEqual([1, 1]);
    },
  );

  test('a later try of the same request finds it, too', async () => {
    stage.plan({ kind: 'drop-after-create', operation: 'trainingVersionCreate' });
    stage.plan({ kind: 'vendor-error', operation: 'trainingVersions', times: 2 });
    const records: never[] = [];
    expect(errorOf(await create({}, records)).code).toBe('outcome-unknown');
    expect(valueOf(await create({}, records))).toMatchObject({ version: 2 });
    expect(warningsOf(await create({}, records))).toMatch(/Going on with version 2/);
    expect(stage.count('trainingVersionCreate')).toBe(1);
  });
});

test('an archive that is too large is told', async () => {
  stage.enable('archive-too-large');
  const big = storedZip('big.zip', [{ path: 'a.py', source: source('a.py', 'x'.repeat(2_000)) }]);
  expect(errorOf(await create({ source: big })).code).toBe('too-large');
});

test('is listed, the latest first, archived ones when they are asked for', async () => {
  await create();
  await create({ description: 'third' });
  stage.enable('order-shuffled', 'empty-204', 'archived-included-by-default');
  expect(valueOf(await perform('archive', { version: '3' }))).toEqual({ archived: true });
  expect(await list()).toEqual([2, 1]);
  expect(await list({ limit: 1 })).toEqual([2]);
  expect(await list({ includeArchived: true })).toEqual([3, 2, 1]);
  expect(valueOf(await perform('unarchive', { version: '3' }))).toEqual({ archived: false });
  expect(await list()).toEqual([3, 2, 1]);
});

test('a run takes the latest that is not archived, and warns of one that is', async () => {
  await create();
  await perform('archive', { version: '2' });
  expect(valueOf(await stage.perform('job.create', { definition }))).toMatchObject({ version: 1 });
  const archived = await stage.perform('job.create', { definition, version: '2' });
  expect(errorOf(archived).code).toBe('rejected');
  expect(warningsOf(archived)).toMatch(/Version 2 of "cars-fuel" is archived/);
  await perform('archive');
  expect(wordsOf(await stage.perform('job.create', { definition }))).toMatch(
    /no version that is not archived/,
  );
});

test.each(['drop-after-create', 'error-after-create', 'http-500-once'] as const)(
  '%s at a change: it is seen to be made, or made again',
  async (kind) => {
    stage.plan({ kind, operation: 'trainingVersionUpdate' });
    expect(valueOf(await perform('update', { description: 'new' }))).toMatchObject({ description: 'new' });
    stage.plan({ kind, operation: 'trainingVersionArchive' });
    expect(valueOf(await perform('archive'))).toEqual({ archived: true });
    expect(valueOf(await perform('get'))).toMatchObject({ archived: true, description: 'new' });
    stage.plan({ kind, operation: 'trainingVersionDelete' });
    expect(valueOf(await perform('delete', { confirm: true }))).toEqual({ deleted: true });
    expect(errorOf(await perform('get')).code).toBe('not-found');
  },
);

test('one that is gone is seen to be, whatever the platform answers for it', async () => {
  stage.enable('missing-as-400');
  stage.plan({ kind: 'drop-after-create', operation: 'trainingVersionDelete' });
  expect(valueOf(await perform('delete', { confirm: true }))).toEqual({ deleted: true });
  expect(stage.count('trainingVersionDelete')).toBe(1);
});

test('a description that is too long is refused before anything is sent', async () => {
  expect(wordsOf(await perform('update', { description: 'x'.repeat(257) }))).toMatch(
    /at most 256 characters/,
  );
  expect(wordsOf(await create({ description: 'x'.repeat(239) }))).toMatch(/at most 238 characters/);
  expect(stage.sandbox.requests()).toEqual([]);
  expect(valueOf(await create({ description: 'x'.repeat(238) }))).toMatchObject({ version: 2 });
});
