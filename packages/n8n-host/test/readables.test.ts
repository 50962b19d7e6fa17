import { collectBytes } from '@modelferry/testkit';
import { Readable } from 'node:stream';
import { createReadables } from '../src/streams/readables.ts';

async function* chunks() {
  yield new Uint8Array([1, 2]);
  yield new Uint8Array([3]);
}

test('takes the class of a stream it has seen, and asks n8n for none', async () => {
  const readables = createReadables(() => Promise.reject(new Error('not needed')));
  readables.learn(Readable.from([]));
  const made = await readables.from(chunks());
  expect(made).toBeInstanceOf(Readable);
  expect(await collectBytes(made)).toEqual(new Uint8Array([1, 2, 3]));
});

test('asks for one stream when it has seen none, and only once', async () => {
  const asked: string[] = [];
  const readables = createReadables(async ({ url }) => {
    asked.push(url);
    return Readable.from([]);
  });
  for (let turn = 0; turn < 2; turn++) {
    expect(await collectBytes(await readables.from(chunks()))).toEqual(new Uint8Array([1, 2, 3]));
  }
  expect(asked).toEqual(['data:,']);
});

test('says so where n8n gives no stream', async () => {
  const readables = createReadables(async () => 'text');
  await expect(readables.from(chunks())).rejects.toMatchObject({
    code: 'unsupported',
    remedy: 'Update n8n.',
  });
});
