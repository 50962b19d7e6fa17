import { byId, storeReads } from '@modelferry/n8n-testkit/run';
import type { IDataObject } from 'n8n-workflow';
import { fileItem, filesItem, savedBytes, zipMark } from './support/items.ts';
import { nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
const definition = byId('cars-fuel');
const model = (operation: string, more: IDataObject = {}) => ({
  ...{ resource: 'model', operation, definition },
  ...more,
});
const create = (more: IDataObject = {}) =>
  model('create', { fileFrom: 'binary', fileBinaryField: 'data', options: {}, ...more });
const weights = () => fileItem('0.1,0.2\n', 'weights.csv');

test('Create, Get, Get Many, Update, Download, Archive, Unarchive', async () => {
  const made = await stage.one(create({ description: 'by hand', metrics: { acc: 0.9, loss: 0 } }), {
    items: [await weights()],
  });
  expect(made).toMatchObject({ metrics: { acc: 0.9, loss: 0 }, archived: false });
  const named = { modelId: byId(made['modelId']) };
  expect(await stage.one(model('get', named))).toMatchObject({ modelId: made['modelId'] });
  const ids = async (more: IDataObject = {}) =>
    (await stage.run(model('getMany', { returnAll: true, ...more }))).map(({ json }) => json['modelId']);
  expect(await ids()).toContain(made['modelId']);
  expect(await ids({ options: { trainingJobId: byId('1') } })).toEqual([]);
  const other = model('update', { ...named, description: 'better' });
  expect(await stage.one(other)).toMatchObject({ description: 'better' });

  const [saved] = await stage.run(model('download', named));
  expect(saved?.json['modelFile']).toMatchObject({ name: `model-${String(made['modelId'])}.zip` });
  const bytes = (await savedBytes(saved, 'modelFile')).toString('latin1');
  expect(bytes.startsWith(zipMark)).toBe(true);
  expect(bytes).toContain('0.1,0.2\n');

  expect(await stage.one(model('archive', named))).toMatchObject({ archived: true });
  expect(await ids()).not.toContain(made['modelId']);
  expect(await ids({ includeArchived: true })).toContain(made['modelId']);
  expect(await stage.one(model('unarchive', named))).toMatchObject({ archived: false });
});

test.each([zipMark, ''])('is streamed out of n8n, and never held whole: %j', async (beginning) => {
  const items = [await fileItem(`${beginning}${'x'.repeat(2_000_000)}`, 'large.bin')];
  const reads = await storeReads(() => stage.one(create(), { items }));
  expect(reads.buffers).toBe(0);
  expect(reads.streams).toBeGreaterThan(0);
});

test('several files become one model', async () => {
  const items = [await filesItem({ a: ['weights.csv', '0.1\n'], b: ['labels.txt', 'cat\n'] })];
  const { modelId } = await stage.one(create({ fileFrom: 'archive', fileBinaryFields: '' }), { items });
  const [saved] = await stage.run(model('download', { modelId: byId(modelId) }));
  const bytes = (await savedBytes(saved, 'modelFile')).toString('latin1');
  for (const part of ['weights.csv', '0.1\n', 'labels.txt', 'cat\n']) expect(bytes).toContain(part);
});

test.each<[string, IDataObject, RegExp]>([
  ['figures that are none', { metrics: 'acc=high' }, /^Metrics: /],
  ['a parameter without a name', { options: { userParameters: '=5' } }, /^User Parameters: /],
  ['a description that is too long', { description: 'x'.repeat(257) }, /^Description: /],
])('%s: named before anything is sent', async (_, more, message) => {
  await expect(stage.run(create(more), { items: [await weights()] })).rejects.toThrow(message);
  expect(stage.sandbox.requests()).toEqual([]);
});

test('an empty file is refused before anything is sent', async () => {
  const running = stage.run(create(), { items: [await fileItem('', 'empty.bin')] });
  await expect(running).rejects.toThrow('File: "empty.bin" is empty [item 0]');
  expect(stage.calls('trainingModelCreate')).toEqual([]);
});
