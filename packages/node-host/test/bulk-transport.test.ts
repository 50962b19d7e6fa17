import { appendFile, truncate, utimes } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { collectBytes, patternedBytes, testSource } from '@modelferry/testkit';
import { bulkTransport, fileSource } from '../src/index.ts';
import { failureOf } from './support/failure-of.ts';
import { eventually, openDescriptors } from './support/open-descriptors.ts';
import { putSource } from './support/put-source.ts';
import { tempFolder } from './support/temp-folder.ts';
import { testServers } from './support/test-servers.ts';

const temp = tempFolder();
const serve = testServers();
const bulk = bulkTransport();
afterAll(() => bulk.close());

const isOpen = (path: string) => openDescriptors().includes(path);

describe('a server that does not go on', () => {
  test.each(['never reads', 'reads and never answers'])(
    '%s: an abort ends all within a second',
    async (how) => {
      const path = await temp.newFile(`stalled ${how}`, 64_000_000);
      let readAll = false;
      const server = await serve(async (request) => {
        if (how === 'never reads') return;
        await collectBytes(request);
        readAll = true;
      });
      const abort = new AbortController();
      let takenBytes = 0;
      const onBytesTaken = (totalBytes: number) => (takenBytes = totalBytes);
      const sent = failureOf(
        putSource(bulk, server.url, await fileSource(path), { signal: abort.signal, onBytesTaken }),
      );
      await eventually(() => (how === 'never reads' ? takenBytes > 0 : readAll), 20_000);
      await wait(300);
      const abortedAt = performance.now();
      abort.abort(new Error('stopped by the test'));
      expect(await sent).toMatchObject({
        kind: 'aborted',
        bodyTaken: how === 'never reads' ? 'part' : 'all',
      });
      expect(performance.now() - abortedAt).toBeLessThan(1_000);
      await server.allClosed(1_000);
      await eventually(() => !isOpen(path));
    },
  );
});

describe('a file that changes while it is sent never arrives whole', () => {
  const length = 40_000_000;
  const changes = [
    ['shrinks', (path: string) => truncate(path, 20_000_000), ['40000000', '20000000']],
    ['grows', (path: string) => appendFile(path, 'more'), ['40000000']], // Its time may change before its length
    ['is written anew', (path: string) => utimes(path, 1, 1), ['40000000', '1970']],
  ] as const;
  test.each(changes)('it %s', async (_, change, numbers) => {
    const path = await temp.newFile('changing', length);
    let received = 0;
    let whole = false;
    const server = await serve(async (request) => {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        if (received === 0) await change(path);
        received += chunk.length;
      }
      whole = true;
    });
    const error = await failureOf(putSource(bulk, server.url, await fileSource(path)));
    expect(error).toMatchObject({ kind: 'source-mismatch', bodyTaken: 'part', remedy: expect.any(String) });
    for (const number of numbers) expect(error.message).toContain(number);
    await server.allClosed(1_000);
    expect(received).toBeLessThan(length);
    expect(whole).toBe(false);
    expect(isOpen(path)).toBe(false);
  });

  test('a file that is gone before it is opened says so', async () => {
    const server = await serve(() => undefined);
    const gone = { ...(await fileSource(await temp.newFile('gone', 1_000_000))), reader: readerOfNothing };
    const error = await failureOf(putSource(bulk, server.url, gone));
    expect(error).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
    expect(error.message).toContain('there is no such file');
    await server.allClosed(1_000);
  });
  const readerOfNothing = async () => (await fileSource(temp.path('nothing'))).reader();
});

test('refuses a body of unknown length', async () => {
  const server = await serve(() => undefined);
  const source = testSource(patternedBytes(10), { declaredLength: null });
  const error = await failureOf(putSource(bulk, server.url, source));
  expect(error).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
  expect(server.requests).toHaveLength(0);
});
