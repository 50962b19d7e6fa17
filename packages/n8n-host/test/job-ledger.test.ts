import { patternedBytes } from '@modelferry/testkit';
import type { JobRecord } from '@modelferry/operation';
import { createJobLedger } from '../src/run/job-ledger.ts';
import { showJob } from '../src/run/shown-jobs.ts';
import { startFerryServer, type FerryServer } from './support/ferry-server.ts';
import { clearBinaryData, newExecution, startBinaryData, storeBinary } from './support/n8n-lab.ts';
import { ferryRun, shipParameters } from './support/run-ferry.ts';

let server: FerryServer;
beforeAll(startBinaryData);
beforeEach(async () => {
  server = await startFerryServer();
});
afterEach(() => server.close());
afterAll(clearBinaryData);

const record: JobRecord = {
  vendor: 'test-ferry',
  kind: 'shipping',
  id: '7',
  phase: 'created',
  fingerprint: 'a.csv:10',
};

const ledgerOf = (given: {
  execution?: ReturnType<typeof newExecution>;
  runIndex?: number;
  item?: number;
}) => {
  const { context } = ferryRun(server, { ...given, items: [{ json: {} }, { json: {} }] });
  const lines: string[] = [];
  context.logger.info = (line: string) => void lines.push(line);
  return { ledger: createJobLedger(context, given.item ?? 0, (text) => text), lines, context };
};

describe('the ledger', () => {
  test('writes a job to the log, to the custom data and for the next try', async () => {
    const execution = newExecution();
    const { ledger, lines } = ledgerOf({ execution });
    await ledger.keep(record);
    await ledger.keep({ ...record, phase: 'uploaded' });
    expect(lines).toEqual([
      'test-ferry shipping 7: created [item 0]',
      'test-ferry shipping 7: uploaded [item 0]',
    ]);
    expect(execution.resultData.metadata).toEqual({ test_ferry_shipping: '7' });
    const next = ledgerOf({ execution }).ledger;
    expect(await next.earlier('shipping', 'a.csv:10')).toEqual({ ...record, phase: 'uploaded' });
  });

  test('shows no note of what was asked for beside the execution, and finds it again', async () => {
    const execution = newExecution();
    const { ledger } = ledgerOf({ execution });
    const note = { ...record, id: 'beside 5 6', phase: 'issued', note: true };
    await ledger.keep(note);
    expect(execution.resultData.metadata ?? {}).toEqual({});
    expect(await ledgerOf({ execution }).ledger.earlier('shipping', 'a.csv:10')).toEqual(note);
  });

  test('gives no job of another request, item, kind, or turn of a loop', async () => {
    const execution = newExecution();
    await ledgerOf({ execution }).ledger.keep(record);
    const same = ledgerOf({ execution }).ledger;
    expect(await same.earlier('shipping', 'b.csv:10')).toBeUndefined();
    expect(await same.earlier('training', 'a.csv:10')).toBeUndefined();
    expect(await ledgerOf({ execution, item: 1 }).ledger.earlier('shipping', 'a.csv:10')).toBeUndefined();
    expect(await ledgerOf({ execution, runIndex: 1 }).ledger.earlier('shipping', 'a.csv:10')).toBeUndefined();
    expect(await ledgerOf({}).ledger.earlier('shipping', 'a.csv:10')).toBeUndefined();
  });

  test('keeps the newest IDs within the bounds of n8n, under one key', () => {
    const kept = new Map<string, string>();
    const customData = {
      get: (key: string) => kept.get(key) as string,
      set: (key: string, value: string) => void kept.set(key, value),
    };
    for (let id = 1; id <= 100; id++) showJob({ customData }, { ...record, id: `job-${id}` });
    expect([...kept.keys()]).toEqual(['test_ferry_shipping']);
    const value = kept.get('test_ferry_shipping') ?? '';
    expect(value.length).toBeLessThanOrEqual(255);
    expect(value.split(', ').at(-1)).toBe('job-100');
  });

  test('does not end a run because n8n has no custom data, or no room in it', () => {
    expect(() => showJob({}, record)).not.toThrow();
    const full = {
      get: () => '',
      set: () => {
        throw new Error('full');
      },
    };
    expect(() => showJob({ customData: full }, record)).not.toThrow();
  });
});

describe('with Retry On Fail', () => {
  test('a later try goes on with the jobs of the earlier one, item by item', async () => {
    const execution = newExecution();
    const data = await storeBinary(patternedBytes(10), 'a.csv', 'text/csv');
    const item = { json: {}, binary: { data } };
    const setup = {
      parameters: { ...shipParameters, options: { timeoutSeconds: 1 } },
      items: [item, item],
      execution,
    };
    server.jobsEnd = false;
    await expect(ferryRun(server, setup).execute()).rejects.toThrow('Job 1 is not done yet [item 0]');
    server.jobsEnd = true;
    const out = await ferryRun(server, setup).execute();
    expect(out.map(({ json }) => json['jobId'])).toEqual(['1', '2']);
    expect(server.created).toBe(2);
    // A third try, because of what failed elsewhere, starts nothing either
    await ferryRun(server, setup).execute();
    expect(server.created).toBe(2);
  });
});
