import { byId } from '@modelferry/n8n-testkit/run';
import { startTestServer, type TestServer } from '@modelferry/testkit';
import type { IDataObject } from 'n8n-workflow';
import { fileItem, filesItem, savedBytes, zipMark } from './support/items.ts';
import { nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
const definition = byId('cars-fuel');
const version = (operation: string, more: IDataObject = {}) => ({
  ...{ resource: 'version', operation, definition },
  ...more,
});
const create = (more: IDataObject = {}) =>
  version('create', {
    ...{ sourceFrom: 'binary', sourceBinaryField: 'data', handler: 'train:handler' },
    ...{ image: 'abeja-inc/all-cpu:19.10', ...more },
  });
const code = () => fileItem('def handler(context): ...\n', 'train.py', 'text/x-python');
const state = () => stage.sandbox.state().abeja;

test('Create, Get, Get Many, Update, Download Source, Archive, Unarchive, Delete', async () => {
  const made = await stage.one(create({ description: 'first' }), { items: [await code()] });
  expect(made).toMatchObject({ version: 2, handler: 'train:handler', archived: false });
  expect(made['description']).toMatch(/^first \[mf-\w+\]$/);
  const named = { version: byId(2) };
  expect(await stage.one(version('get', named))).toMatchObject({ version: 2 });
  const numbers = async (more: IDataObject = {}) =>
    (await stage.run(version('getMany', { returnAll: true, ...more }))).map(({ json }) => json['version']);
  expect(await numbers()).toEqual([2, 1]);
  const other = version('update', { ...named, description: 'better' });
  expect(await stage.one(other)).toMatchObject({ description: 'better' });

  const [download] = await stage.run(version('downloadSource', named));
  const source = (await savedBytes(download, 'sourceFile')).toString('latin1');
  expect(source.startsWith(zipMark)).toBe(true);
  expect(source).toContain('def handler(context)');

  expect(await stage.one(version('archive', named))).toEqual({ archived: true });
  expect(await numbers()).toEqual([1]);
  expect(await numbers({ includeArchived: true })).toEqual([2, 1]);
  expect(await stage.one(version('unarchive', named))).toEqual({ archived: false });
  await expect(stage.run(version('delete', { ...named, confirm: false }))).rejects.toThrow(
    'Confirm: must be on: what is deleted cannot be had back [item 0]',
  );
  expect(await stage.one(version('delete', { ...named, confirm: true }))).toEqual({ deleted: true });
  expect(await numbers()).toEqual([1]);
});

describe('the code of a version', () => {
  const sent = async (parameters: IDataObject, items = [{ json: {} }]) => {
    await stage.one(parameters, { items });
    const [download] = await stage.run(version('downloadSource', { version: byId(2) }));
    return (await savedBytes(download, 'sourceFile')).toString('latin1');
  };

  test('several files of an item become one archive, always the same', async () => {
    const files = { b: ['train.py', 'import lib\n'], a: ['lib.py', 'x = 1\n'] } as const;
    const parameters = create({ sourceFrom: 'archive', sourceBinaryFields: '' });
    const first = await sent(parameters, [await filesItem(files)]);
    expect(first).toContain('x = 1\n');
    await stage.run(create({ sourceFrom: 'archive', sourceBinaryFields: 'b , a' }), {
      items: [await filesItem(files)],
    });
    const [, one, other] = state().sources.filter((source) => source.definition === 'cars-fuel');
    expect(other?.sha256).toBe(one?.sha256);
    expect(one?.bytes).toBe(Buffer.byteLength(first, 'latin1'));
  });

  test('a text is one Python file', async () => {
    const text = 'def handler(context):\n    pass\n';
    expect(await sent(create({ sourceFrom: 'text', sourceText: text }))).toContain(text);
  });

  describe('behind a URL', () => {
    const zip = Buffer.from(`${zipMark}the rest of an archive`, 'latin1');
    let server: TestServer;
    beforeAll(async () => {
      server = await startTestServer(({ url }, response) => {
        const length = url === '/sized.zip' ? { 'content-length': zip.length } : {};
        response.writeHead(200, { 'content-type': 'application/zip', ...length });
        response.write(zip);
        response.end();
      });
    });
    afterAll(() => server.close());
    const fromUrl = (path: string) => create({ sourceFrom: 'url', sourceUrl: `${server.url}/${path}` });

    test('goes on to the platform while it comes', async () => {
      expect(await sent(fromUrl('sized.zip'))).toBe(zip.toString('latin1'));
    });

    test('must tell its length, which forms need', async () => {
      await expect(stage.run(fromUrl('other.zip'))).rejects.toThrow(
        'Could not upload "other.zip": its length is not known before it is read',
      );
      expect(stage.calls('trainingVersionCreate')).toEqual([]);
    });
  });

  test('a repository is read by the platform', async () => {
    const parameters = create({ origin: 'git', gitUrl: 'https://example.com/train.git' });
    expect(await stage.one(parameters)).toMatchObject({ version: 2 });
    expect(stage.calls('trainingVersionFromGit')).toHaveLength(1);
  });

  test.each<[string, IDataObject, RegExp]>([
    ['a handler without a function', { handler: 'train' }, /^Handler: must name the function/],
    ['an image without a repository', { image: 'all-cpu' }, /Image: /],
    ['a name that no variable has', { options: { environment: '1A=x' } }, /Environment: .*1A/s],
    ['a field that is not there', { sourceBinaryField: 'code' }, /no binary field 'code'/],
    ['two files of one name', { sourceFrom: 'archive' }, /Source: has two files named "train.py"/],
    ['nothing to read', { origin: 'git' }, /Git URL: is required where the code comes from a repository/],
  ])('%s is named before anything is sent', async (_, more, message) => {
    const item = await filesItem({ data: ['train.py', 'a'], more: ['train.py', 'b'] });
    const failure = stage.run(create(more), { items: [item] });
    await expect(failure).rejects.toThrow(message);
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('a file of another kind is refused before it is sent', async () => {
    const items = [await fileItem('a,b\n', 'train.csv')];
    await expect(stage.run(create(), { items })).rejects.toThrow(
      'Source: is neither a zip nor a tar.gz nor a Python file [item 0]',
    );
    expect(stage.calls('trainingVersionCreate')).toEqual([]);
  });
});
