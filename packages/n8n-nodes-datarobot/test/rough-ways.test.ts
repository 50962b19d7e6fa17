import { crc32 } from 'node:zlib';
import { presetCsv, type FaultRequest } from '@modelferry/sandbox';
import { readBinary, storedFile } from '@modelferry/n8n-testkit/run';
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { byId, carsItem, deploymentIdOf, nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
const score = (options: IDataObject = {}) => ({
  resource: 'batchPrediction',
  operation: 'score',
  deploymentId: byId(deploymentIdOf(stage)),
  fileFrom: 'binary',
  fileBinaryField: 'data',
  options: { pollIntervalSeconds: 1, ...options },
});
const state = () => stage.sandbox.state().dataRobot;
const [header = '', ...lines] = presetCsv('cars.json').trimEnd().split('\r\n');
const fileItem = async (content: string | Buffer): Promise<INodeExecutionData> => ({
  json: {},
  binary: { data: await storedFile(content as string, 'cars.csv') },
});

async function linesOf(item: INodeExecutionData | undefined): Promise<readonly string[]> {
  const { binaryField } = item?.json['resultFile'] as { binaryField: string };
  const result = await readBinary(item?.binary?.[binaryField] as IBinaryData);
  return result.toString('latin1').trimEnd().split(/\r?\n/);
}

describe('eight parts', () => {
  const rows = 406;
  const tableBytes = Buffer.byteLength(presetCsv('cars.json'));
  const partBytes = Math.ceil(tableBytes / 8) + 200;
  const run = async (faults: readonly FaultRequest[]) => {
    stage.sandbox.faults.plan(faults);
    const [item] = await stage.run(
      { ...score({ partBytes }), uploadMode: 'parts' },
      { items: [await carsItem(rows)] },
    );
    return item;
  };

  test.each<[string, FaultRequest, parts: number]>([
    ['nothing', { kind: 'slow-response', operation: 'batchStatus', delayMs: 10 }, 8],
    ['a reset in the middle of part 3', { kind: 'reset-mid-body', operation: 'batchUploadPart', skip: 2 }, 9],
    ['a lost answer to part 3', { kind: 'drop-before-answer', operation: 'batchUploadPart', skip: 2 }, 9],
    ['a lost answer to the create', { kind: 'drop-before-answer', operation: 'batchCreate' }, 8],
    ['a lost answer to the end', { kind: 'drop-before-answer', operation: 'batchFinalize' }, 8],
    ['a storm of 429', { kind: 'retry-after-seconds', operation: 'batchUploadPart', skip: 3, times: 2 }, 10],
  ])('%s: one job scores all of it', async (_, fault, parts) => {
    const item = await run([fault]);
    expect(item?.json).toMatchObject({ finished: true, scoredRows: rows, failedRows: 0 });
    expect(await linesOf(item)).toHaveLength(rows + 1);
    expect(stage.calls('batchUploadPart')).toHaveLength(parts);
    expect(state().jobsQueued).toBe(1);
    expect(state().batchJobs.find(({ queued }) => queued)?.uploads).toHaveLength(8);
  });
});

test('a job that is aborted while its result comes leaves no file', async () => {
  stage.sandbox.faults.plan({ kind: 'download-ends-short', bytes: 200, message: 'Too many errors' });
  const running = stage.run(score(), { items: [await carsItem(40)] });
  await expect(running).rejects.toThrow(/ended as ABORTED.*Too many errors/);
});

test('a job that is not waited for tells how many are ahead of it', async () => {
  stage.sandbox.faults.plan({ kind: 'queue-busy' });
  const items = [await carsItem(40)];
  const started = await stage.one({ ...score(), waitForCompletion: false }, { items });
  expect(started).toMatchObject({
    pending: true,
    message: expect.stringContaining('2 jobs are ahead of it') as string,
  });
});

test('five items wait for one another, and each gets its own result', async () => {
  const items = await Promise.all([1, 2, 3, 4, 5].map(carsItem));
  const started = await stage.run({ ...score(), waitForCompletion: false }, { items });
  const wait = { resource: 'batchPrediction', operation: 'wait', options: { pollIntervalSeconds: 1 } };
  for (const [at, { json }] of started.entries()) {
    const jobId = String(json['jobId']);
    const [item] = await stage.run({ ...wait, jobId });
    expect(item?.json).toMatchObject({ jobId, finished: true, scoredRows: at + 1 });
    expect(await linesOf(item)).toHaveLength(at + 2);
  }
});

test('links that name another origin are not followed there', async () => {
  stage.sandbox.variants.change({ enable: ['links-foreign-host'] });
  const [item] = await stage.run(score(), { items: [await carsItem(40)] });
  expect(item?.json).toMatchObject({ finished: true, scoredRows: 40 });
  const origins = new Set(stage.sandbox.requests().map(({ origin }) => origin));
  expect([...origins].filter((origin) => !origin.startsWith('dataRobot'))).toEqual([]);
});

describe('tables as users have them', () => {
  const ten = lines.slice(0, 10);
  const named = ten.map((line, at) => `${line.slice(0, line.lastIndexOf(',') + 1)}"車 ${at}\n""x"", y"`);
  const shiftJis = Buffer.from([0x8e, 0xd4, 0x95, 0x5c]);
  const inShiftJis = Buffer.concat([
    Buffer.from(`${header}\n`),
    ...ten.flatMap((line) => [
      Buffer.from(line.slice(0, line.lastIndexOf(',') + 1)),
      shiftJis,
      Buffer.from('\n'),
    ]),
  ]);

  test.each<[string, string | Buffer, IDataObject]>([
    ['LF, and quoted line breaks', `${[header, ...named].join('\n')}\n`, {}],
    ['CRLF', `${[header, ...named].join('\r\n')}\r\n`, {}],
    ['a last line without its end', [header, ...named].join('\n'), {}],
    ['UTF-8 with a byte order mark', `\uFEFF${[header, ...named].join('\n')}\n`, {}],
    ['Shift_JIS', inShiftJis, { encoding: 'shift_jis' }],
    ['tabs', [header, ...ten].join('\n').replaceAll(',', '\t'), { delimiter: 'tab' }],
    ['one column', ['Horsepower', ...ten.map((__, at) => String(60 + at))].join('\n'), {}],
  ])('%s', async (_, content, options) => {
    const [item] = await stage.run(score(options), { items: [await fileItem(content)] });
    expect(item?.json).toMatchObject({ finished: true, scoredRows: 10, failedRows: 0, resultRows: 10 });
    const bytes = Buffer.from(content as string);
    expect(state().batchJobs[0]?.uploads).toMatchObject([{ bytes: bytes.length, crc32: crc32(bytes) }]);
  });

  test('a header alone is refused before a job is made', async () => {
    const running = stage.run(score(), { items: [await fileItem(`${header}\r\n`)] });
    await expect(running).rejects.toThrow('has a header and no rows');
    expect(state().jobsCreated).toBe(0);
  });
});
