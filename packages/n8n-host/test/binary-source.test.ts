import { collectBytes, patternedBytes, sourceContract, type CreateSource } from '@modelferry/testkit';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { binarySource } from '../src/files/binary-source.ts';
import { createReadables } from '../src/streams/readables.ts';
import { useDatabaseManager } from './support/database-manager.ts';
import { emptyNode } from './support/empty-node.ts';
import {
  binaryData,
  clearBinaryData,
  executeContext,
  startBinaryData,
  storeBinary,
  useBinaryMode,
} from './support/n8n-lab.ts';

beforeAll(startBinaryData);
afterEach(() => {
  jest.restoreAllMocks();
  useBinaryMode('filesystem-v2');
});
afterAll(clearBinaryData);

const sourceOf = (item: INodeExecutionData, nameOrFile: unknown, binaryMode: 'separate' | 'combined') => {
  const context = executeContext({ type: emptyNode, items: [item], binaryMode });
  const readables = createReadables((request) => context.helpers.httpRequest(request));
  return binarySource(context, readables, 0, nameOrFile);
};

/** n8n's own streams, watched, to see that none is left open. */
function watchStreams() {
  const streams: { destroyed: boolean; closed: boolean }[] = [];
  const { getAsStream } = binaryData;
  jest.spyOn(binaryData, 'getAsStream').mockImplementation(async (...given) => {
    const stream = await getAsStream.apply(binaryData, given);
    streams.push(stream);
    return stream;
  });
  return () => streams.filter(({ destroyed, closed }) => !destroyed || !closed).length;
}

const storedIn =
  (mode: 'filesystem-v2' | 'default' | 'database', binaryMode: 'separate' | 'combined'): CreateSource =>
  async ({ name, bytes }) => {
    useBinaryMode(mode);
    if (mode === 'database') useDatabaseManager();
    const data = await storeBinary(bytes, name, 'text/csv');
    const item: INodeExecutionData =
      binaryMode === 'separate' ? { json: {}, binary: { data } } : { json: { _files: { data } as never } };
    const openHandles = watchStreams();
    const source = await sourceOf(item, binaryMode === 'separate' ? 'data' : '_files.data', binaryMode);
    return { source, openHandles, close: async () => undefined };
  };

describe.each(['separate', 'combined'] as const)('in %s mode', (binaryMode) => {
  sourceContract('a file on the file system', storedIn('filesystem-v2', binaryMode));
  sourceContract('a file in memory, without an ID', storedIn('default', binaryMode));
  sourceContract('a file in the database', storedIn('database', binaryMode));
});

test('tells the exact length in every mode, and the name and type', async () => {
  for (const mode of ['filesystem-v2', 'default', 'database'] as const) {
    for (const length of [0, 1, 2, 3, 100_001]) {
      const { source } = await storedIn(
        mode,
        'separate',
      )({ name: '売上.csv', bytes: patternedBytes(length) });
      expect(source).toMatchObject({ length, name: '売上.csv', contentType: 'text/csv' });
    }
  }
});

test('reads a pinned file, which has no ID, no size and perhaps no name', async () => {
  const bytes = patternedBytes(10_001);
  const pinned: IBinaryData = {
    data: Buffer.from(bytes).toString('base64'),
    mimeType: 'text/csv',
    fileExtension: 'csv',
  };
  const source = await sourceOf({ json: {}, binary: { data: pinned } }, 'data', 'separate');
  expect(source).toMatchObject({ name: 'data.csv', length: 10_001, replayable: true });
  expect(Buffer.compare(await collectBytes(source.open()), bytes)).toBe(0);
});

test('reads a file that is given itself, as AI callers and expressions do', async () => {
  const data = await storeBinary(patternedBytes(10), 'a.csv', 'text/csv');
  const source = await sourceOf({ json: {} }, data, 'separate');
  expect(await collectBytes(source.open())).toEqual(patternedBytes(10));
});

test('cuts the one chunk of the database into bounded ones', async () => {
  const { source } = await storedIn('database', 'separate')({ name: 'a', bytes: patternedBytes(1_000_000) });
  const sizes: number[] = [];
  for await (const chunk of source.open()) sizes.push(chunk.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(512 * 1024);
});

test('leaves it to n8n to say that there is no such file, with the item', async () => {
  await expect(sourceOf({ json: {}, binary: {} }, 'data', 'separate')).rejects.toThrow(
    "The item has no binary field 'data' [item 0]",
  );
});
