import { isInputError } from '@modelferry/http';
import { collectBytes } from '@modelferry/testkit';
import type { INodeExecutionData } from 'n8n-workflow';
import { binaryArchive } from '../src/files/binary-archive.ts';
import { createReadables } from '../src/streams/readables.ts';
import { emptyNode } from './support/empty-node.ts';
import { clearBinaryData, executeContext, startBinaryData, storeBinary } from './support/n8n-lab.ts';

beforeAll(startBinaryData);
afterAll(clearBinaryData);

const archiveOf = (
  item: INodeExecutionData,
  fields: readonly string[] = [],
  binaryMode: 'separate' | 'combined' = 'separate',
) => {
  const context = executeContext({ type: emptyNode, items: [item], binaryMode });
  const readables = createReadables((request) => context.helpers.httpRequest(request));
  return binaryArchive(context, readables, 0, { input: 'source', fields });
};
const bytesOf = async (...given: Parameters<typeof archiveOf>) => {
  const archive = await archiveOf(...given);
  const bytes = Buffer.from(await collectBytes(archive.open()));
  expect(archive.length).toBe(bytes.length);
  return bytes.toString('latin1');
};
const file = async (content: string, name: string, directory?: string) => ({
  ...(await storeBinary(Buffer.from(content), name, 'text/x-python')),
  ...(directory === undefined ? {} : { directory }),
});
/** Names in the directory of a ZIP, in its order. */
const namesIn = (zip: string) => [...zip.matchAll(/PK\x01\x02.{42}([a-z/]+\.py)/gs)].map(([, name]) => name);
const faultOf = (run: Promise<unknown>) =>
  run.catch((error: unknown) => isInputError(error) && error.message);

test('all files of an item, in the order of their names and in their folders', async () => {
  const binary = {
    file_1: await file('import lib\n', 'train.py', '/code'),
    file_0: await file('deep = 1\n', 'deep.py', '/code/lib'),
  };
  const zip = await bytesOf({ json: {}, binary });
  expect(namesIn(zip)).toEqual(['lib/deep.py', 'train.py']);
  expect(zip).toContain('deep = 1\n');
  const other = { data: binary.file_0, more: binary.file_1 };
  expect(await bytesOf({ json: {}, binary: other })).toBe(zip);
});

test('those that are named', async () => {
  const binary = { a: await file('a', 'a.py'), b: await file('b', 'b.py'), c: await file('c', 'c.py') };
  expect(namesIn(await bytesOf({ json: {}, binary }, ['c', 'a']))).toEqual(['a.py', 'c.py']);
  await expect(archiveOf({ json: {}, binary }, ['a', 'd'])).rejects.toThrow("no binary field 'd'");
});

test('in combined mode, where they are among the other fields', async () => {
  const json = { n: 1, a: await file('a', 'a.py'), b: await file('b', 'b.py') };
  expect(namesIn(await bytesOf({ json } as never, [], 'combined'))).toEqual(['a.py', 'b.py']);
  expect(namesIn(await bytesOf({ json } as never, ['b'], 'combined'))).toEqual(['b.py']);
});

test('none, and two of one name, are refused', async () => {
  expect(await faultOf(archiveOf({ json: {} }))).toContain('source: finds no file in the input item');
  const binary = { a: await file('1', 'a.py', 'one'), b: await file('2', 'a.py', 'one') };
  expect(await faultOf(archiveOf({ json: {}, binary }))).toContain('source: has two files named "a.py"');
});
