import { Writable } from 'node:stream';
import fc from 'fast-check';
import { pumpBlocks } from '../src/pump-blocks.ts';
import { readerSource, type ReaderSource } from '../src/reader-source.ts';
import { noise } from './support/noise.ts';

const never = new AbortController().signal;
const bytes = noise(5_000_000);

/** A source in memory that reads `pieceBytes` at a time, though its file has `actualBytes`. */
const sourceOf = (length: number, pieceBytes = length, actualBytes = length) =>
  readerSource({
    name: 'a',
    length,
    reader: async () => ({
      read: async (target, position) => {
        const end = Math.min(actualBytes, position + Math.min(target.length, pieceBytes));
        target.set(bytes.subarray(position, Math.max(position, end)));
        return Math.max(0, end - position);
      },
      close: async () => undefined,
    }),
  });

/** As the transport calls it. */
const pump = async (source: ReaderSource, writable: Writable, onTaken: (total: number) => void) =>
  pumpBlocks(source, await source.reader(), writable, never, onTaken);

/** Takes its time for each write, and keeps what the buffer holds at the end of it. */
function slowWritable(msOf: (length: number) => number) {
  const kept: Buffer[] = [];
  const writable = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _, done) => {
      setTimeout(() => {
        kept.push(Buffer.from(chunk));
        done();
      }, msOf(chunk.length));
    },
  });
  return { writable, kept };
}

test('hands over every byte once, wherever source and buffers end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 1, 65_536, 2_097_151, 2_097_152, 2_097_153, 4_194_304, 4_999_999),
      fc.integer({ min: 7_000, max: 3_000_000 }),
      async (length, pieceBytes) => {
        const { writable, kept } = slowWritable(() => 1);
        const heard: number[] = [];
        await pump(sourceOf(length, pieceBytes), writable, (total) => heard.push(total));
        expect(Buffer.concat(kept).equals(bytes.subarray(0, length))).toBe(true);
        expect(writable.writableEnded).toBe(true);
        expect(heard.at(-1) ?? 0).toBe(length);
      },
    ),
    { numRuns: 20 },
  );
});

test('on a slow line it writes less at a time, so that progress is never silent for long', async () => {
  const { writable, kept } = slowWritable((length) => length / 200); // 200 kB/s: 1 MiB would take five seconds
  const heard = [0];
  await pump(sourceOf(600_000), writable, (total) => heard.push(total));
  const writes = heard.slice(1).map((total, index) => total - (heard[index] ?? total));
  expect(Math.max(...writes)).toBeLessThan(300_000); // A second and a half of that line
  expect(Buffer.concat(kept).equals(bytes.subarray(0, 600_000))).toBe(true);
});

test('on a fast line it writes a whole buffer at a time', async () => {
  const { writable, kept } = slowWritable(() => 0);
  await pump(sourceOf(5_000_000), writable, () => undefined);
  expect(Math.max(...kept.map(({ length }) => length))).toBe(2_097_152);
});

test.each([
  ['shorter', 3_000_000, 2_999_999, ['3000000', '2999999']],
  ['longer', 3_000_000, 3_000_001, ['3000000', '3000001']],
])('never completes a source that is %s than it said', async (_, length, actualBytes, numbers) => {
  const { writable, kept } = slowWritable(() => 0);
  const failed = pump(sourceOf(length, 500_000, actualBytes), writable, () => undefined);
  await expect(failed).rejects.toMatchObject({ kind: 'source-mismatch' });
  for (const number of numbers) await expect(failed).rejects.toThrow(number);
  expect(writable.writableEnded).toBe(false);
  expect(Buffer.concat(kept).length).toBeLessThan(length);
});
