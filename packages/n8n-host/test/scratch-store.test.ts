import { patternedBytes, scratchContract, testSource } from '@modelferry/testkit';
import { readdir } from 'node:fs/promises';
import { createReadables } from '../src/streams/readables.ts';
import { createScratchStore } from '../src/files/scratch-store.ts';
import { useDatabaseManager } from './support/database-manager.ts';
import { emptyNode } from './support/empty-node.ts';
import {
  clearBinaryData,
  executeContext,
  startBinaryData,
  storagePath,
  storeBinary,
  useBinaryMode,
} from './support/n8n-lab.ts';

afterEach(() => useBinaryMode('filesystem-v2'));
afterAll(clearBinaryData);

async function storeFor(mode: 'filesystem-v2' | 'default' | 'database') {
  useBinaryMode(mode);
  if (mode === 'database') useDatabaseManager();
  const data = await storeBinary(patternedBytes(10), 'a.csv', 'text/csv');
  const items = [{ json: {} }, { json: {}, binary: { data } }];
  const context = executeContext({ type: emptyNode, items });
  return createScratchStore(
    context,
    createReadables((request) => context.helpers.httpRequest(request)),
    items,
  );
}

// Deviation: n8n lets no node remove a file, so what was written whole stays until the execution is pruned
scratchContract("n8n's store on the file system", async () => {
  await clearBinaryData();
  await startBinaryData();
  const store = await storeFor('filesystem-v2');
  if (!store) throw new Error('There is a store on the file system.');
  return {
    store,
    leftovers: async () =>
      (await readdir(storagePath, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name.includes('.tmp.'))
        .map(({ name }) => name),
    close: async () => undefined,
  };
});

test('is absent where the store is not the file system, or not known to be', async () => {
  expect(await storeFor('default')).toBeUndefined();
  expect(await storeFor('database')).toBeUndefined();
  const context = executeContext({ type: emptyNode });
  const readables = createReadables((request) => context.helpers.httpRequest(request));
  expect(createScratchStore(context, readables, [{ json: {} }])).toBeUndefined();
});

test('is found in combined mode, too, where files lie in the JSON', async () => {
  await startBinaryData();
  const data = (await storeBinary(patternedBytes(10), 'a.csv', 'text/csv')) as never;
  const context = executeContext({ type: emptyNode });
  const readables = createReadables((request) => context.helpers.httpRequest(request));
  for (const json of [{ data }, { _files: { data } }]) {
    expect(createScratchStore(context, readables, [{ json }])).toBeDefined();
  }
});

test('keeps nothing that cannot be read back later', async () => {
  await startBinaryData();
  const store = await storeFor('filesystem-v2');
  useBinaryMode('default');
  const file = { name: 'a.zip', contentType: 'application/zip', body: testSource(patternedBytes(10)).open() };
  await expect(store?.write(file, new AbortController().signal)).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('"a.zip"'),
  });
});
