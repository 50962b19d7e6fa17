import { patternedBytes, sinkContract, testSource } from '@modelferry/testkit';
import { readdir } from 'node:fs/promises';
import { createBinarySink } from '../src/files/binary-sink.ts';
import { createReadables } from '../src/streams/readables.ts';
import { useDatabaseManager } from './support/database-manager.ts';
import { emptyNode } from './support/empty-node.ts';
import {
  clearBinaryData,
  executeContext,
  readBinary,
  startBinaryData,
  storagePath,
  useBinaryMode,
} from './support/n8n-lab.ts';

afterEach(() => useBinaryMode('filesystem-v2'));
afterAll(clearBinaryData);

const createSink = () => {
  const context = executeContext({ type: emptyNode });
  return createBinarySink(
    context,
    createReadables((request) => context.helpers.httpRequest(request)),
  );
};

const sinkIn = (mode: 'filesystem-v2' | 'default' | 'database') => async () => {
  await clearBinaryData();
  await startBinaryData();
  useBinaryMode(mode);
  const database = mode === 'database' ? useDatabaseManager() : undefined;
  const sink = createSink();
  return {
    sink,
    read: (saved: { location: string }) => {
      const data = sink.binary[saved.location];
      if (!data) throw new Error(`Nothing is kept in ${saved.location}.`);
      return readBinary(data);
    },
    leftovers: async () => [
      ...(await readdir(storagePath, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
      ...(database?.files.keys() ?? []),
      ...Object.keys(sink.binary),
    ],
    close: async () => undefined,
  };
};

sinkContract("n8n's store on the file system", sinkIn('filesystem-v2'));
sinkContract("n8n's store in memory", sinkIn('default'));
sinkContract("n8n's store in the database", sinkIn('database'));

test('puts the first file where the next node looks, and a second one beside it', async () => {
  await startBinaryData();
  const sink = createSink();
  for (const name of ['a.csv', 'b.csv']) {
    const body = testSource(patternedBytes(10)).open();
    await sink.save({ name, contentType: 'text/csv', body }, new AbortController().signal);
  }
  expect(sink.binary).toMatchObject({
    data: { fileName: 'a.csv', mimeType: 'text/csv', fileExtension: 'csv' },
    data2: { fileName: 'b.csv' },
  });
});
