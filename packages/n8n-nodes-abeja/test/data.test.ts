import { byId, columns, storeReads } from '@modelferry/n8n-testkit/run';
import type { IDataObject } from 'n8n-workflow';
import { fileItem, savedBytes } from './support/items.ts';
import { nodeStage } from './support/node-stage.ts';
import { userKey } from './support/sandbox-keys.ts';

const stage = nodeStage();
const lake = (operation: string, more: IDataObject = {}) => ({
  ...{ resource: 'datalake', operation, channelId: byId(stage.known.channel.id) },
  ...more,
});
const dataset = (operation: string, more: IDataObject = {}) => ({
  ...{ resource: 'dataset', operation, datasetId: byId(stage.known.datasets[0]?.id) },
  ...more,
});
const upload = (more: IDataObject = {}) =>
  lake('upload', { fileFrom: 'binary', fileBinaryField: 'data', options: {}, ...more });
const table = () => fileItem('a,b\n1,2\n', '新しい (1).csv', 'text/csv');
const files = () => stage.sandbox.state().abeja.files;

describe('the datalake', () => {
  test.each(['direct', 'presigned'])('Upload File (%s), Get Many, Download, Delete', async (way) => {
    const before = files().length;
    const given = { metadata: 'source=camera 7', options: { way, lifetime: '1week' } };
    const made = await stage.one(upload(given), { items: [await table()] });
    expect(made).toMatchObject({
      ...{ name: '新しい (1).csv', contentType: 'text/csv', alreadyThere: false },
      metadata: { source: 'camera 7' },
    });
    expect(files()).toHaveLength(before + 1);
    const names = async (more: IDataObject) =>
      (await stage.run(lake('getMany', more))).map(({ json }) => json['name']);
    expect(await names({ returnAll: true })).toHaveLength(before + 1);
    expect(await names({ limit: 1 })).toEqual(['新しい (1).csv']);
    const filter = { returnAll: true, options: { metadataFilter: 'source:camera 7' } };
    expect(await names(filter)).toEqual(['新しい (1).csv']);

    const named = { fileId: byId(made['fileId']) };
    const [saved] = await stage.run(lake('download', named));
    expect((await savedBytes(saved, 'dataFile')).toString()).toBe('a,b\n1,2\n');
    expect(saved?.json['dataFile']).toMatchObject({ name: '新しい (1).csv' });
    expect(await stage.one(lake('delete', named))).toEqual({ deleted: true });
    expect(files()).toHaveLength(before);
  });

  test.each(['direct', 'presigned'])(
    '%s, a file is streamed out of n8n, and never held whole',
    async (way) => {
      const items = [await fileItem('x'.repeat(2_000_000), 'large.bin')];
      const reads = await storeReads(() => stage.one(upload({ options: { way } }), { items }));
      expect(reads.buffers).toBe(0);
      expect(reads.streams).toBeGreaterThan(0);
    },
  );

  test('a file whose value is there is refused, or taken', async () => {
    const rule = { conflictKey: 'filename' };
    const { fileId } = await stage.one(upload(rule), { items: [await table()] });
    const again = stage.run(upload(rule), { items: [await table()] });
    await expect(again).rejects.toThrow(/is in the channel already/);
    const skip = upload({ ...rule, onConflict: 'skip' });
    expect(await stage.one(skip, { items: [await table()] })).toMatchObject({ fileId, alreadyThere: true });
  });

  test('several items: each file is its own, and one that is missing fails alone', async () => {
    const items = [await table(), { json: {} }, await fileItem('x', 'x.txt')];
    const out = await stage.run(upload(), { items, continueOnFail: true });
    expect(out.map(({ json }) => json['name'])).toEqual(['新しい (1).csv', undefined, 'x.txt']);
    expect(out[1]).toMatchObject({
      json: { error: expect.stringContaining("'data'") as string },
      pairedItem: { item: 1 },
    });
  });

  test('a data source may upload to its channel, and nothing else', async () => {
    const { datasource } = stage.known;
    const secrets = userKey(stage.known, {
      ...{ authentication: 'datasource', datasourceId: datasource.id, datasourceSecret: datasource.secret },
    });
    expect(await stage.one(upload(), { items: [await table()], secrets })).toMatchObject({
      alreadyThere: false,
    });
    const other = stage.run(lake('getMany', { limit: 1 }), { secrets });
    await expect(other).rejects.toThrow(/may only upload/);
  });

  test.each<[string, IDataObject, RegExp]>([
    ['a key that the metadata lack', { conflictKey: 'hash' }, /^Conflict Key: must be filename or a key/],
    ['a type that is none', { options: { contentType: 'csv' } }, /^Content Type: must be a media type/],
    ['metadata without a key', { metadata: 'camera 7' }, /^Metadata: /],
  ])('%s: named before anything is sent', async (_, more, message) => {
    await expect(stage.run(upload(more), { items: [await table()] })).rejects.toThrow(message);
    expect(stage.sandbox.requests()).toEqual([]);
  });
});

describe('datasets', () => {
  const item = (at: number, more: IDataObject = {}) => ({
    json: { dataUri: `datalake://1/${at}`, dataType: 'image/jpeg', attributes: '{"label": "cat"}', ...more },
  });
  const add = () => dataset('addItems', { rows: { mappingMode: 'autoMapInputData', value: null } });
  const count = async () => Number((await stage.one(dataset('get')))['itemCount']);

  test('Add Items: all of them in one request, each answer with its own item', async () => {
    const before = await count();
    const out = await stage.run(add(), { items: [0, 1, 2].map((at) => item(at)) });
    expect(out.map(({ json, pairedItem }) => [json['dataUri'], pairedItem])).toEqual(
      [0, 1, 2].map((at) => [`datalake://1/${at}`, { item: at }]),
    );
    expect(stage.calls('datasetItemCreate')).toHaveLength(1);
    expect(await count()).toBe(before + 3);
  });

  test('a bad row fails alone', async () => {
    const items = [item(0), item(1, { dataUri: 'file:///etc/passwd' }), item(2)];
    const out = await stage.run(add(), { items, continueOnFail: true });
    expect(out.map(({ json }) => typeof json['error'])).toEqual(['undefined', 'string', 'undefined']);
    expect(out[1]?.json['error']).toContain('dataUri');
  });

  test('their columns are known', async () => {
    const { fields } = await columns('getDatasetItemColumns', {
      parameters: dataset('addItems'),
      secrets: userKey(stage.known),
    });
    expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual(['dataUri', 'dataType']);
  });

  test('Get Many', async () => {
    const names = async (more: IDataObject) =>
      (await stage.run({ resource: 'dataset', operation: 'getMany', ...more })).map(
        ({ json }) => json['name'],
      );
    expect((await names({ returnAll: true })).sort()).toEqual(['cars', 'penguins']);
    expect(await names({ limit: 1 })).toHaveLength(1);
    expect(await names({ returnAll: true, options: { nameContains: 'PENG' } })).toEqual(['penguins']);
  });
});
