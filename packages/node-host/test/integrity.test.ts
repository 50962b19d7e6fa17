import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { ByteSource } from '@modelferry/http';
import { bulkTransport, fileSource, tempScratch, undiciTransport } from '../src/index.ts';
import { collectBytes, testSource } from '@modelferry/testkit';
import { rangeSource } from '@modelferry/upload';
import { bulkWherePossible } from './support/reader-of.ts';
import { noise } from './support/noise.ts';
import { selfSigned } from './support/self-signed.ts';
import { slowReceiver, type SlowReceiver } from './support/slow-receiver.ts';
import { tempFolder } from './support/temp-folder.ts';

const temp = tempFolder();
const pair = selfSigned();
const options = { ca: pair.cert };
const undici = undiciTransport(options);
const bulk = bulkTransport(options);
const transports = { undici, bulk: bulkWherePossible(bulk, undici) };

/** Pauses differ from run to run; the seed of a run that fails is in the test's name. */
const seed = Date.now() % 1_000_000;
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const random = randomFrom(seed);
const receivers: Partial<Record<'http' | 'https', SlowReceiver>> = {};
beforeAll(async () => {
  receivers.http = await slowReceiver(random);
  receivers.https = await slowReceiver(random, pair);
});
afterAll(async () => {
  await Promise.all([undici.close(), bulk.close(), receivers.http?.close(), receivers.https?.close()]);
});

const bytes = noise(12_345_679);

describe.each(['http', 'https'] as const)(`over %s, to a slow receiver (seed ${seed})`, (scheme) => {
  const upload = async (by: keyof typeof transports, source: ByteSource): Promise<unknown> => {
    const { body } = await transports[by].send({
      ...{ method: 'PUT', url: receivers[scheme]?.url ?? '', headers: {}, timeoutMs: 20_000 },
      ...{ signal: new AbortController().signal, streamResponse: false },
      body: { kind: 'stream', source },
    });
    return JSON.parse(Buffer.from(await collectBytes(body)).toString());
  };
  const chunkings = [[2_097_153], [65_536], [1, 16_383, 300_007, 5], [4_000_037], [2_097_152]];
  const cases = (['undici', 'bulk'] as const).flatMap((by) =>
    chunkings.map((chunkBytes) => ({ by, chunkBytes })),
  );

  test.each(cases)('every byte arrives through $by in chunks of $chunkBytes', async ({ by, chunkBytes }) => {
    expect(await upload(by, testSource(bytes, { chunkBytes }))).toEqual({
      ...{ bytes: bytes.length, crc: crc32(bytes) },
    });
  });

  test.each(['undici', 'bulk'] as const)('eight files at a time through %s', async (by) => {
    const files = Array.from({ length: 8 }, (_, turn) => bytes.subarray(turn, 3_000_000 + turn * 77_777));
    const received = await Promise.all(
      files.map(async (file, turn) => {
        const path = temp.path(`${scheme}-${by}-${turn}`);
        await writeFile(path, file);
        return upload(by, await fileSource(path));
      }),
    );
    expect(received).toEqual(files.map((file) => ({ bytes: file.length, crc: crc32(file) })));
  });

  const lengths = [0, 1, 262_143, 262_144, 2_097_151, 2_097_152, 2_097_153, 4_194_304, 6_291_457];
  test.each(lengths)('a file of %i bytes through both ways', async (length) => {
    const path = temp.path(`${scheme}-${length}`);
    await writeFile(path, bytes.subarray(0, length));
    const expected = { bytes: length, crc: crc32(bytes.subarray(0, length)) };
    for (const by of ['undici', 'bulk'] as const)
      expect(await upload(by, await fileSource(path))).toEqual(expected);
  });

  const ranges = [
    { start: 0, end: 5 },
    { start: 999_999, end: 4_321_000 },
    { start: 2_097_152, end: 6_291_456 },
    { start: 7, end: 12_345_679 },
  ];
  test.each(ranges)('the bytes from $start to $end of a file through both ways', async ({ start, end }) => {
    const path = temp.path(`${scheme}-ranges`);
    await writeFile(path, bytes);
    const expected = { bytes: end - start, crc: crc32(bytes.subarray(start, end)) };
    for (const by of ['undici', 'bulk'] as const) {
      expect(await upload(by, rangeSource(await fileSource(path), { start, end }))).toEqual(expected);
    }
  });

  test('what was kept in a temporary file', async () => {
    const kept = await tempScratch(temp.path()).write(
      { name: 'a', contentType: 'a/b', body: testSource(bytes, { chunkBytes: [77_777] }).open() },
      new AbortController().signal,
    );
    const expected = { bytes: bytes.length, crc: crc32(bytes) };
    for (const by of ['undici', 'bulk'] as const) expect(await upload(by, kept.source)).toEqual(expected);
    await kept.dispose();
  });
});

test('a file beyond 4 GiB is read at the right place', async () => {
  const path = temp.path('sparse');
  const start = 2 ** 32 - 5;
  await pipeline([bytes.subarray(0, 1_000)], createWriteStream(path, { start }));
  const whole = await fileSource(path);
  expect(whole.length).toBe(start + 1_000);
  const tail = await collectBytes(whole.open({ start, end: whole.length }));
  expect(crc32(tail)).toBe(crc32(bytes.subarray(0, 1_000)));
});
