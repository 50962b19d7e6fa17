import { collectBytes, settle, testSource } from '@modelferry/testkit';
import {
  planTableParts,
  uploadParts,
  type PartProtocol,
  type PartReceipt,
  type UploadPart,
} from '../src/index.ts';

const { signal } = new AbortController();
const bytes = new TextEncoder().encode(`a,b\n${'1,2\n'.repeat(100)}`);
const parts = () => planTableParts(testSource(bytes, { name: 'sales.csv' }), { partBytes: 40 });

function vendor(failAt = -1) {
  const log: string[] = [];
  const protocol: PartProtocol<string, number> = {
    async put(part: UploadPart, stop: AbortSignal) {
      await settle();
      if (part.index === failAt) throw new Error(`part ${part.index} was refused`);
      stop.throwIfAborted();
      return `etag-${part.index}-${(await collectBytes(part.source.open())).length}`;
    },
    async finish(receipts: readonly PartReceipt<string>[]) {
      log.push(`finish ${receipts.map(({ receipt }) => receipt).join(' ')}`);
      return receipts.length;
    },
    async abandon(cleanUp: AbortSignal) {
      log.push(`abandon ${cleanUp.aborted}`);
      throw new Error('and cleaning up failed too');
    },
  };
  return { log, protocol };
}

test('releases a part once it is confirmed, and none that was not', async () => {
  const { protocol } = vendor(2);
  const released: number[] = [];
  async function* watched() {
    for await (const part of parts()) {
      yield { ...part, release: () => void released.push(part.index) };
    }
  }
  const upload = { parts: watched(), doing: 'upload', signal, maxAtOnce: 1 };
  await expect(uploadParts(upload, protocol)).rejects.toThrow('part 2 was refused');
  expect(released).toEqual([0, 1]);
});

test('finishes with all receipts, in order', async () => {
  const { log, protocol } = vendor();
  const confirmed: number[] = [];
  const covers = { start: 4, end: bytes.length };
  const onConfirmed = (total: number) => confirmed.push(total);
  expect(await uploadParts({ parts: parts(), doing: 'upload', signal, covers, onConfirmed }, protocol)).toBe(
    12,
  );
  expect(log).toEqual([expect.stringMatching(/^finish etag-0-40 etag-1-40 .* etag-11-8$/)]);
  expect(confirmed.at(-1)).toBe(400);
});

test('a part that fails: nothing is finished, what was sent is taken back, and the first cause is thrown', async () => {
  const { log, protocol } = vendor(3);
  await expect(uploadParts({ parts: parts(), doing: 'upload', signal }, protocol)).rejects.toThrow(
    'part 3 was refused',
  );
  expect(log).toEqual(['abandon false']);
});

test('takes back what was sent also when it was stopped', async () => {
  const controller = new AbortController();
  const { log, protocol } = vendor();
  const upload = {
    parts: parts(),
    doing: 'upload',
    signal: controller.signal,
    onConfirmed: () => controller.abort(new Error('stop')),
  };
  await expect(uploadParts(upload, protocol)).rejects.toThrow('stop');
  expect(log).toEqual(['abandon false']);
});

const part = (index: number, start: number, end: number): UploadPart => ({
  index,
  rows: { start, end },
  source: testSource(bytes.slice(start, end)),
});

test.each([
  ['a gap', [part(0, 0, 4), part(1, 8, 12)], /part 2 begins at byte 8, and byte 4 comes next/],
  ['an overlap', [part(0, 0, 4), part(1, 2, 12)], /part 2 begins at byte 2, and byte 4 comes next/],
  ['a missing end', [part(0, 0, 4), part(1, 4, 8)], /end at byte 8, and it ends at 12/],
  ['a missing beginning', [part(0, 4, 12)], /part 1 begins at byte 4, and byte 0 comes next/],
  ['nothing', [], /no part to send/],
])('does not finish with %s', async (_, given, message) => {
  const { log, protocol } = vendor();
  const upload = { parts: given, doing: 'upload "x"', signal, covers: { start: 0, end: 12 } };
  await expect(uploadParts(upload, protocol)).rejects.toMatchObject({
    code: 'source-mismatch',
    message: expect.stringMatching(message),
  });
  expect(log).toEqual(['abandon false']);
});
