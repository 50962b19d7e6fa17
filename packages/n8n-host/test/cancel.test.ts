import { zerosSource, patternedBytes } from '@modelferry/testkit';
import { setTimeout } from 'node:timers/promises';
import { startFerryServer, type FerryServer } from './support/ferry-server.ts';
import {
  binaryData,
  clearBinaryData,
  newExecution,
  startBinaryData,
  storeBinary,
} from './support/n8n-lab.ts';
import { ferryRun, shipParameters } from './support/run-ferry.ts';

let server: FerryServer;
beforeAll(startBinaryData);
beforeEach(async () => {
  server = await startFerryServer();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});
afterAll(clearBinaryData);

/** Every stream that n8n opened on its store. */
function watchStreams() {
  const streams: { readonly destroyed: boolean }[] = [];
  const { getAsStream } = binaryData;
  jest.spyOn(binaryData, 'getAsStream').mockImplementation(async (...given) => {
    const stream = await getAsStream.apply(binaryData, given);
    streams.push(stream);
    return stream;
  });
  return streams;
}

/** Runs two items, stops the execution in the middle of the first, and sees that everything ends. */
async function stopIn(
  ready: () => Promise<unknown>,
  given: { lengthBytes?: number; download?: boolean } = {},
) {
  const { lengthBytes = 1_000, download = false } = given;
  const abort = new AbortController();
  const streams = watchStreams();
  const data = await storeBinary(zerosSource(lengthBytes).open(), 'big.csv', 'text/csv');
  const item = { json: {}, binary: { data } };
  const execution = newExecution();
  const { context, execute } = ferryRun(server, {
    parameters: { ...shipParameters, download },
    items: [item, item],
    signal: abort.signal,
    onError: 'continueRegularOutput', // Not even then may the second item begin
    execution,
  });
  const ended = execute();
  await ready();
  const startedAt = performance.now();
  abort.abort();
  const out = await ended;
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  await server.allClosed(1_000);
  const requests = server.requests.length;
  await setTimeout(200);
  expect(server.requests).toHaveLength(requests);
  expect(server.created).toBe(1);
  expect(out.map(({ error }) => error?.message)).toEqual([
    expect.stringMatching(/^Stopped on request while trying to .* \[item 0\]$/),
    expect.stringMatching(/^Stopped on request while trying to ship job \[item 1\]$/),
  ]);
  expect(streams.filter(({ destroyed }) => !destroyed)).toEqual([]);
  expect(context.customData.getAll()).toEqual({ test_ferry_shipping: '1' });
  expect(execution.resultData.metadata).toEqual({ test_ferry_shipping: '1' });
  return streams;
}

test('ends an upload, and lets go of the file', async () => {
  server.deaf = true;
  const streams = await stopIn(() => server.arrived(2).then(() => setTimeout(200)), {
    lengthBytes: 64 * 1024 * 1024,
  });
  expect(streams).toHaveLength(1);
});

test('ends the wait for a job', async () => {
  server.jobsEnd = false;
  await stopIn(() => server.arrived(3).then(() => setTimeout(100)));
});

test('ends a request that hangs', async () => {
  server.hangs = true;
  await stopIn(() => server.arrived(3).then(() => setTimeout(100)));
});

test('ends a download, and keeps nothing of it', async () => {
  server.drips = true;
  await stopIn(() => server.arrived(4).then(() => setTimeout(100)), { download: true });
});

test('does not begin when it was stopped before', async () => {
  const data = await storeBinary(patternedBytes(10), 'a.csv', 'text/csv');
  const { execute } = ferryRun(server, {
    parameters: shipParameters,
    items: [{ json: {}, binary: { data } }],
    signal: AbortSignal.abort(),
  });
  await expect(execute()).rejects.toThrow('Stopped on request');
  expect(server.requests).toHaveLength(0);
});
