import { patternedBytes } from '@modelferry/testkit';
import { createHash } from 'node:crypto';
import type { IDataObject, OnError } from 'n8n-workflow';
import {
  ferryKey,
  resultText,
  startFerryServer,
  uploadSignature,
  type FerryServer,
} from './support/ferry-server.ts';
import { useDatabaseManager } from './support/database-manager.ts';
import {
  clearBinaryData,
  readBinary,
  startBinaryData,
  storeBinary,
  useBinaryMode,
} from './support/n8n-lab.ts';
import { ferryRun, runFerry, shipParameters } from './support/run-ferry.ts';

let server: FerryServer;
beforeAll(startBinaryData);
beforeEach(async () => {
  server = await startFerryServer();
});
afterEach(async () => {
  useBinaryMode('filesystem-v2');
  await server.close();
});
afterAll(clearBinaryData);

const fileItem = async (length: number, name = 'sales.csv') => ({
  json: {},
  binary: { data: await storeBinary(patternedBytes(length), name, 'text/csv') },
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('one run for each item', () => {
  test('carries the file of each item, and pairs what comes of it', async () => {
    const lengths = [10, 300_001, 0];
    const items = await Promise.all(lengths.map((length) => fileItem(length)));
    const out = await runFerry(server, { parameters: shipParameters, items });
    expect(out).toEqual(
      lengths.map((bytes, item) => ({ json: { jobId: String(item + 1), bytes }, pairedItem: { item } })),
    );
    expect(server.uploads).toMatchObject(
      lengths.map((bytes) => ({ bytes, sha256: sha256(patternedBytes(bytes)) })),
    );
  });

  test('never shows the key to the storage', async () => {
    await runFerry(server, { parameters: shipParameters, items: [await fileItem(10)] });
    const [upload] = server.uploads;
    expect(upload?.headers).not.toHaveProperty('x-api-key');
    expect(upload?.headers).not.toHaveProperty('content-type');
    expect(upload?.headers['content-length']).toBe('10');
  });

  test.each(['filesystem-v2', 'default', 'database'] as const)(
    'works with files in %s mode',
    async (mode) => {
      useBinaryMode(mode);
      if (mode === 'database') useDatabaseManager();
      const items = [await fileItem(200_000)];
      const [item] = await runFerry(server, { parameters: { ...shipParameters, download: true }, items });
      expect(server.uploads[0]?.sha256).toBe(sha256(patternedBytes(200_000)));
      expect(item?.json['resultFile']).toEqual({
        name: 'result.csv',
        contentType: 'text/csv',
        bytes: resultText.length,
        binaryField: 'data',
      });
      const kept = item?.binary?.['data'];
      expect(kept).toMatchObject({ fileName: 'result.csv', mimeType: 'text/csv' });
      expect(kept && new TextDecoder().decode(await readBinary(kept))).toBe(resultText);
    },
  );

  test('takes a file from a URL, and never through n8n', async () => {
    const parameters = {
      ...shipParameters,
      trainingDataFrom: 'url',
      trainingDataUrl: `${server.url}/result`,
    };
    const [item] = await runFerry(server, { parameters });
    expect(item?.json['bytes']).toBe(resultText.length);
    expect(server.uploads).toMatchObject([{ sha256: sha256(new TextEncoder().encode(resultText)) }]);
  });

  test('lets go of a file that was begun and is not wanted', async () => {
    server.drips = true;
    const parameters = {
      ...{ resource: 'job', operation: 'check' },
      ...{ trainingDataFrom: 'url', trainingDataUrl: `${server.url}/result` },
    };
    await expect(runFerry(server, { parameters })).rejects.toThrow('begins with "x"');
    await server.allClosed(1_000);
  });

  test('gives several items of one, all paired with it', async () => {
    const parameters = { resource: 'thing', operation: 'getMany', options: {} };
    const out = await runFerry(server, { parameters, items: [{ json: {} }, { json: {} }] });
    expect(out.map(({ json, pairedItem }) => [json['name'], pairedItem])).toEqual([
      ['Alpha', { item: 0 }],
      ['Beta', { item: 0 }],
      ['Alpha', { item: 1 }],
      ['Beta', { item: 1 }],
    ]);
  });

  test.each([true, false])('shows few fields or all (simplify %s)', async (simplify) => {
    const parameters = { resource: 'thing', operation: 'get', name: 'a', amount: 1, simplify };
    const [item] = await runFerry(server, { parameters });
    expect(Object.keys(item?.json ?? {})).toHaveLength(simplify ? 3 : 12);
  });
});

describe('when one of three items is bad', () => {
  const parameters = { resource: 'thing', operation: 'get', name: '={{ $json.name }}', amount: 1 };
  const items = ['a', 'far too long', 'c'].map((name) => ({ json: { name } }));

  test.each([undefined, 'stopWorkflow'] as const)('stops there (onError %s)', async (onError) => {
    await expect(runFerry(server, { parameters, items, onError })).rejects.toMatchObject({
      name: 'NodeOperationError',
      message: 'Thing Name: must have at most 5 characters [item 1]',
      context: { itemIndex: 1 },
    });
  });

  test.each<OnError>(['continueRegularOutput', 'continueErrorOutput'])(
    'goes on (onError %s)',
    async (onError) => {
      const out = await runFerry(server, { parameters, items, onError });
      expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
      expect(out.map(({ error }) => error?.message)).toEqual([
        undefined,
        'Thing Name: must have at most 5 characters [item 1]',
        undefined,
      ]);
      expect(out[1]?.json['error']).toBe('Thing Name: must have at most 5 characters [item 1]');
    },
  );
});

describe('one run for the rows of all items', () => {
  const parameters = (model: unknown = 'alpha'): IDataObject => ({
    resource: 'prediction',
    operation: 'predict',
    model: { __rl: true, mode: 'id', value: model as string },
    row: { mappingMode: 'autoMapInputData', value: null },
    options: {},
  });
  const sizes = (...given: unknown[]) => given.map((size) => ({ json: { size } as IDataObject }));

  test('gives each item its own outcome, in order', async () => {
    const out = await runFerry(server, { parameters: parameters(), items: sizes(1, 2, 3) });
    expect(out).toEqual([2, 4, 6].map((price, item) => ({ json: { price }, pairedItem: { item } })));
  });

  test.each([
    { title: 'the vendor refuses', bad: 'many', message: /422.*size must be a number.*\[item 1\]/ },
    {
      title: 'cannot be a row',
      bad: { deep: [1] },
      message: /Row: holds a list or an object in the column "size"/,
    },
  ])('fails only the item whose row $title', async ({ bad, message }) => {
    const out = await runFerry(server, {
      parameters: parameters(),
      items: sizes(1, bad, 3),
      onError: 'continueRegularOutput',
    });
    expect(out.map(({ json }) => json['price'])).toEqual([2, undefined, 6]);
    expect(out[1]?.error?.message).toMatch(message);
    expect(out[1]?.pairedItem).toEqual({ item: 1 });
  });

  test.each(['separate', 'combined'] as const)(
    'takes no file that an item carries for a column (%s mode)',
    async (binaryMode) => {
      const data = await storeBinary(patternedBytes(3), 'a.csv', 'text/csv');
      const item =
        binaryMode === 'combined'
          ? { json: { size: 1, _files: { data } } as unknown as IDataObject }
          : { json: { size: 1 }, binary: { data } };
      const out = await runFerry(server, { parameters: parameters(), items: [item], binaryMode });
      expect(out).toEqual([{ json: { price: 2 }, pairedItem: { item: 0 } }]);
    },
  );

  test('stops at the bad item when it is told to', async () => {
    const run = runFerry(server, { parameters: parameters(), items: sizes(1, 'many', 3) });
    await expect(run).rejects.toMatchObject({ context: { itemIndex: 1 } });
  });

  test('makes one run for each group of equal inputs', async () => {
    const { context, execute } = ferryRun(server, {
      parameters: parameters('={{ $json.model }}'),
      items: ['a', 'b', 'a'].map((model, at) => ({ json: { model, size: at + 1 } })),
    });
    const lines: string[] = [];
    context.logger.info = (line: string) => void lines.push(line);
    const out = await execute();
    expect(out.map(({ json }) => json['price'])).toEqual([2, 4, 6]);
    expect(lines).toEqual(['Predict 2 rows by a [item 0]', 'Predict 1 rows by b [item 1]']);
  });

  test('tells every item of the group what failed for all', async () => {
    const out = await runFerry(server, {
      parameters: parameters(),
      items: sizes(1, 2),
      apiKey: 'wrong',
      onError: 'continueRegularOutput',
    });
    expect(out.map(({ error }) => error?.message)).toEqual([
      expect.stringMatching(/401.*\[item 0\]/),
      expect.stringMatching(/401.*\[item 1\]/),
    ]);
  });
});

test('says which credential is missing, for each item', async () => {
  const out = await runFerry(server, {
    parameters: { resource: 'thing', operation: 'getMany', options: {} },
    onError: 'continueRegularOutput',
    apiKey: null,
  });
  expect(out[0]?.error).toMatchObject({
    message: 'No key is set [item 0]',
    description: 'Set the key.',
  });
});

test('hides secrets wherever they turn up', async () => {
  const parameters = { resource: 'thing', operation: 'get', name: 'throw', amount: 1 };
  const { context, execute } = ferryRun(server, { parameters });
  const failed: unknown = await execute().catch((error: unknown) => error);
  expect(failed).toMatchObject({ message: 'Could not get thing: something odd, *** [item 0]' });
  expect(JSON.stringify(context.hints)).not.toContain(ferryKey);
  const odd: unknown = await runFerry(server, {
    parameters: { ...parameters, name: 'url' },
  }).catch((error: unknown) => error);
  expect(odd).toMatchObject({
    message: 'Could not get thing: odd at https://***@storage.example/x?*** [item 0]',
  });
  server.refuse = { status: 500, text: `${ferryKey} ${server.url}/x?signature=${uploadSignature}` };
  const refused: unknown = await runFerry(server, {
    parameters: { resource: 'thing', operation: 'getMany', options: {} },
  }).catch((error: unknown) => error);
  expect(JSON.stringify(refused) + String(refused)).not.toMatch(`${ferryKey}|${uploadSignature}`);
});

test('hints at warnings after the run, once', async () => {
  const { context, execute } = ferryRun(server, {
    parameters: { resource: 'thing', operation: 'get', name: 'warn', amount: 1 },
    items: [{ json: {} }, { json: {} }],
  });
  await execute();
  expect(context.hints).toEqual([{ message: 'The key ends soon.', type: 'warning', location: 'outputPane' }]);
});

test.each(['train', 'tired'])(
  'hints at the last figures of a job after the run, also of one that fails (%s)',
  async (name) => {
    const { context, execute } = ferryRun(server, {
      parameters: { resource: 'thing', operation: 'get', name, amount: 1 },
      onError: 'continueRegularOutput',
    });
    await execute();
    expect(context.hints).toEqual([
      {
        message: 'The last figures of training 7: train.loss 0',
        ...{ type: 'info', location: 'outputPane' },
      },
    ]);
  },
);
