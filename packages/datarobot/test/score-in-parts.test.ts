import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { fileSource } from '@modelferry/node-host';
import { presetCsv, type DataRobotVariant, type FaultRequest } from '@modelferry/sandbox';
import { errorOf, testSource, valueOf, warningsOf, type Performance } from '@modelferry/testkit';
import { bytesSource, type Source } from '@modelferry/upload';
import { quick } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const table = new TextEncoder().encode(presetCsv('cars.json'));
const headerBytes = table.indexOf(0x0a) + 1;
const rows = presetCsv('cars.json').trimEnd().split('\r\n').length - 1;
const partCount = 8;
const partBytes = headerBytes + Math.ceil((table.length - headerBytes) / partCount) + 100;

const stage = Stage.forEachTest();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modelferry-parts-'));
  await writeFile(join(folder, 'cars.csv'), table);
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => expect(stage.sandbox.faults.unconsumed()).toEqual([]));

const inPieces = { name: 'cars.csv', chunkBytes: [1_000, 333] };
const onePass = (): Source => {
  const { name, open } = testSource(table, inPieces);
  return { name, open: () => open(), length: undefined, replayable: false, ranged: false };
};
const score = (inputs: Inputs = {}) =>
  stage.perform('batchPrediction.score', {
    ...{ deploymentId: stage.deployment.id, file: bytesSource('cars.csv', table) },
    ...{ uploadMode: 'parts', partBytes, ...quick, ...inputs },
  });
/** All was scored once, from parts that are the header and the ranges of the table that follow each other. */
function expectScored(performance: Performance): void {
  expect(valueOf(performance)).toMatchObject({ finished: true, scoredRows: rows, failedRows: 0 });
  const { uploads } = stage.state.batchJobs.find(({ state }) => state === 'COMPLETED')!;
  expect(uploads.map(({ part }) => part)).toEqual(uploads.map((_, at) => at));
  let position = headerBytes;
  for (const { bytes, crc32: received } of uploads) {
    const end = position + bytes - headerBytes;
    expect(crc32(table.subarray(position, end), crc32(table.subarray(0, headerBytes)))).toBe(received);
    position = end;
  }
  expect(position).toBe(table.length);
}

test.each<[string, () => Source | Promise<Source>]>([
  ['a file', () => fileSource(join(folder, 'cars.csv'))],
  ['bytes', () => bytesSource('cars.csv', table)],
  ['a stream of unknown length', onePass],
])('%s goes in parts, in order, and waits in the queue only once all are there', async (_, sourceOf) => {
  const file = await sourceOf();
  const performance = await score({ file });
  expectScored(performance);
  expect(stage.calls('batchUploadPart')).toHaveLength(partCount);
  const uploaded = performance.events.flatMap((event) => (event.type === 'upload' ? [event.bytes] : []));
  // The header counts where the length of the whole is known
  expect(uploaded.at(-1)).toBe(file.length ?? table.length - headerBytes);
});

const sentAgain = partCount + 1;
test.each<[string, FaultRequest, calls: number]>([
  ['a reset in the middle of part 3', { kind: 'reset-mid-body', bytes: 500, skip: 2 }, sentAgain],
  ['a lost answer to part 3', { kind: 'drop-before-answer', skip: 2 }, sentAgain],
  ['silence in the middle of part 3', { kind: 'stall-mid-upload', bytes: 500, skip: 2 }, sentAgain],
  ['a part that is put off', { kind: 'http-503-burst', times: 2, skip: 7 }, partCount + 2],
  ['a lost answer to the create', { kind: 'drop-before-answer', operation: 'batchCreate' }, partCount],
  ['a lost answer to the end', { kind: 'drop-before-answer', operation: 'batchFinalize' }, partCount],
  ['an end that is not heard', { kind: 'reset-after-body', operation: 'batchFinalize' }, partCount],
])('%s costs no more than that part', async (_, fault, calls) => {
  stage.sandbox.faults.plan({ operation: 'batchUploadPart', ...fault });
  expectScored(await score());
  expect(stage.calls('batchUploadPart')).toHaveLength(calls);
  expect(stage.state.jobsQueued).toBe(1);
});

test('a part of a stream is sent again from memory', async () => {
  stage.sandbox.faults.plan({ kind: 'reset-mid-body', operation: 'batchUploadPart', bytes: 500, skip: 2 });
  expectScored(await score({ file: onePass() }));
  expect(stage.calls('batchUploadPart')).toHaveLength(sentAgain);
});

test('where scoring begins at once a part is not sent again: the whole goes to another job', async () => {
  stage.sandbox.faults.plan({ kind: 'reset-mid-body', operation: 'batchUploadPart', bytes: 500, skip: 2 });
  const performance = await score({ scoreWhileUploading: true });
  expectScored(performance);
  expect(stage.state.jobsCreated).toBe(2);
  expect(warningsOf(performance)).toMatch(/begins anew with another job/);
});

describe('where the vendor may be otherwise', () => {
  const enable = (...names: readonly DataRobotVariant[]) => stage.sandbox.variants.change({ enable: names });

  test('a part that cannot be sent again leads to another job', async () => {
    enable('part-reput-409');
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'batchUploadPart', skip: 2 });
    expectScored(await score());
    expect(stage.state.jobsCreated).toBe(2);
  });

  test('parts may be sent at the same time', async () => {
    enable('parts-any-order');
    expectScored(await score({ partConcurrency: 4 }));
    expect(stage.state.jobsCreated).toBe(1);
  });

  test('parts that must be in order are sent so after all', async () => {
    // The first is put off, so that the others come before it
    stage.sandbox.faults.plan({ kind: 'http-503-burst', operation: 'batchUploadPart', times: 1 });
    const performance = await score({ partConcurrency: 4 });
    expectScored(performance);
    expect(stage.state.jobsCreated).toBe(2);
  });

  test.each<[DataRobotVariant]>([['multipart-flag-off'], ['multipart-flag-ignored']])(
    '%s: one piece, and a word',
    async (variant) => {
      enable(variant);
      const performance = await score();
      expect(valueOf(performance)).toMatchObject({ finished: true, scoredRows: rows });
      expect(stage.calls('batchUpload')).toHaveLength(1);
      expect(warningsOf(performance)).toMatch(/does not take files in parts: the file is sent in one piece/);
    },
  );

  test('finalize-202-message: an end that is none is told, and the job removed', async () => {
    enable('finalize-202-message');
    const error = errorOf(await score());
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringMatching(/does not start/) });
    expect(stage.state.jobsOpen).toBe(0);
  });
});

test.each<[string, string, RegExp]>([
  ['an open quote at the end', '"open,1\r\n', /has a quote in row \d+ that is never closed/],
  ['bytes that are not UTF-8 at the end', 'ÿ', /is not UTF-8, from byte \d+ on/],
])('%s starts nothing', async (_, end, problem) => {
  const bytes = new Uint8Array([...table, ...Buffer.from(end, 'latin1')]);
  const error = errorOf(await score({ file: testSource(bytes, inPieces) }));
  expect(error).toMatchObject({ code: 'invalid-input', message: expect.stringMatching(problem) });
  expect(stage.state.jobsQueued).toBe(0);
  expect(stage.calls('batchFinalize')).toEqual([]);
});

test.each<[string, Inputs, RegExp]>([
  [
    'a header alone',
    { file: bytesSource('cars.csv', table.subarray(0, headerBytes)) },
    /has a header and no rows/,
  ],
  ['parts of too few bytes', { partBytes: 10 }, /must be at least 1024/],
  ['too many parts at a time', { partConcurrency: 5 }, /must be between 1 and 4/],
])('%s is refused before anything is sent', async (_, inputs, problem) => {
  expect(errorOf(await score(inputs)).message).toMatch(problem);
  expect(stage.sandbox.requests()).toEqual([]);
});
