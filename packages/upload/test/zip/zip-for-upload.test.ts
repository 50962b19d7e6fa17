import { collectBytes, testSource } from '@modelferry/testkit';
import { bytesSource, zipForUpload, type ScratchStore } from '../../src/index.ts';

const { signal } = new AbortController();
const entries = [
  { path: 'train_src/a.csv', source: testSource(new TextEncoder().encode('a,b\n'.repeat(1000))) },
];

function memoryScratch() {
  const held = new Set<string>();
  const store: ScratchStore = {
    async write({ name, contentType, body }) {
      held.add(name);
      const source = bytesSource(name, await collectBytes(body), contentType);
      return { source, dispose: async () => void held.delete(name) };
    },
  };
  return { held, store };
}

test('stored: of known length, and no scratch is used', async () => {
  const { held, store } = memoryScratch();
  const { source } = await zipForUpload({
    name: 'x.zip',
    entries,
    compression: 'stored',
    scratch: store,
    signal,
  });
  expect((await collectBytes(source.open())).length).toBe(source.length);
  expect(held.size).toBe(0);
});

test('deflate: written to scratch, and gone after dispose', async () => {
  const { held, store } = memoryScratch();
  const { source, dispose } = await zipForUpload({
    name: 'x.zip',
    entries,
    compression: 'deflate',
    scratch: store,
    signal,
  });
  expect(source).toMatchObject({ name: 'x.zip', contentType: 'application/zip', replayable: true });
  expect(source.length).toBeLessThan(1000);
  expect([...held]).toEqual(['x.zip']);
  await dispose();
  expect(held.size).toBe(0);
});

test('deflate without scratch says what to do instead', async () => {
  await expect(
    zipForUpload({ name: 'x.zip', entries, compression: 'deflate', signal }),
  ).rejects.toMatchObject({
    code: 'unsupported',
    remedy: expect.stringMatching(/stored/),
  });
});
