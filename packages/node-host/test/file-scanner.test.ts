import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  planTableParts,
  TableCheck,
  type ScannerOf,
  type Source,
  type TableFinding,
} from '@modelferry/upload';
import { fileScanner } from '../src/file-scanner.ts';
import { fileSource } from '../src/index.ts';
import { eventually, openDescriptors } from './support/open-descriptors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modelferry-scanner-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function tableFile(content: string | Uint8Array) {
  const path = join(folder, 'rows.csv');
  await writeFile(path, content);
  const here = await fileSource(path);
  return { path, here, elsewhere: { ...here, scanner: fileScanner(path, here.length) } };
}

/** The cuts of a table, and what was found in it on the way. */
async function plan(source: Source, partBytes: number, refuses: readonly TableFinding['kind'][] = []) {
  const found: (TableFinding | number)[] = [];
  const cuts: unknown[] = [];
  const parts = planTableParts(source, {
    partBytes,
    check: (format) =>
      new TableCheck(source.name, {
        ...format,
        refuses: ({ kind }) => refuses.includes(kind),
        onWarning: (finding) => found.push(finding),
        onPassed: (rows) => found.push(rows),
      }),
  });
  for await (const { rows } of parts) cuts.push(rows);
  return { cuts, found };
}

const row = '1,"a ""b""\r\n,c",5" pipe\r\n\r\n2,,x"y"z\r\n3,"日\n本",é\r\n';
const tables: Readonly<Record<string, string | Uint8Array>> = {
  'quotes, blank lines and wide characters': `id,name,note\r\n${row.repeat(40)}`,
  'a byte order mark, and no last line end': `\uFEFFid,name,note\r\n${row.repeat(20)}9,9,9`,
  'rows of other lengths': `id,name\n${'1,2\n'.repeat(30)}1,2,3\n1\n${'"1",2\n'.repeat(30)}`,
  'an empty first line': `\n\nid,name\n${'1,2\n'.repeat(30)}`,
  'lone CRs': `id,name\r${'1,"2\r"\r'.repeat(30)}`,
};

test.each(Object.entries(tables))('a thread finds what is found here: %s', async (_, content) => {
  const { here, elsewhere } = await tableFile(content);
  for (const partBytes of [90, 91, 97, 128, 200, 333, 1_000, 100_000]) {
    const expected = await plan(here, partBytes);
    expect(await plan(elsewhere, partBytes)).toEqual(expected);
    expect(expected.found.at(-1)).toEqual(expect.any(Number));
  }
});

test('a table of many blocks', async () => {
  const { here, elsewhere } = await tableFile(`id,name,note\n${row.repeat(80_000)}`);
  for (const partBytes of [300_001, 3_000_000]) {
    const expected = await plan(here, partBytes);
    expect(expected.cuts.length).toBeGreaterThan(1);
    expect(await plan(elsewhere, partBytes)).toEqual(expected);
  }
});

test.each([200, 65_535, 65_536, 65_537, 196_544, 262_143, 400_000, 1_048_583, 1_048_584, 1_048_586])(
  'the first byte that is not UTF-8, at %d',
  async (at) => {
    const bytes = new TextEncoder().encode(`id,name\n${'1,日本\n'.repeat(150_000)}`);
    while ((bytes[at]! & 0xc0) === 0x80) at += 1; // In the middle of a character the one before is to blame
    bytes[at] = 0xff;
    const { elsewhere } = await tableFile(bytes);
    for (const partBytes of [100_000, 2_000_000]) {
      const { found } = await plan(elsewhere, partBytes);
      expect(found).toContainEqual(expect.objectContaining({ kind: 'not-utf8', byteOffset: at }));
    }
  },
);

test('a table that ends in the middle of a character', async () => {
  const { elsewhere } = await tableFile(Buffer.from('id,name\n1,日本').subarray(0, -1));
  const { found } = await plan(elsewhere, 100);
  expect(found).toContainEqual(expect.objectContaining({ kind: 'not-utf8' }));
});

test('a refusal keeps the last part back, and ends the thread', async () => {
  const { elsewhere } = await tableFile(`id,name\n${'1,2\n'.repeat(100)}3,"4\n`);
  const planned = plan(elsewhere, 60, ['open-quote']);
  await expect(planned).rejects.toMatchObject({ code: 'invalid-input' });
});

test('a file that has become shorter', async () => {
  const { path, elsewhere } = await tableFile(`id,name\n${'1,2\n'.repeat(1_000)}`);
  const scanner = elsewhere.scanner({ delimiter: ',' });
  await truncate(path, 500);
  const state = { position: 8, previous: 10, inQuotes: false, mayOpen: true, rows: 1, columns: 2 };
  const scanned = scanner.scan({ ...state, fields: 1, start: 8 }, elsewhere.length);
  await expect(scanned).rejects.toMatchObject({
    code: 'source-mismatch',
    message: expect.stringMatching(/it has 4008 bytes, and only 500 came/),
  });
  await scanner.close();
});

test('who leaves early closes the thread, and what it was asked for fails', async () => {
  const { elsewhere } = await tableFile(`id,name\n${'1,2\n'.repeat(100_000)}`);
  for await (const { index } of planTableParts(elsewhere, { partBytes: 1_000 })) {
    expect(index).toBe(0);
    break;
  }
  const scanner = elsewhere.scanner({ delimiter: ',' });
  const state = { position: 8, previous: 10, inQuotes: false, mayOpen: true, rows: 1, columns: 2 };
  const scanned = scanner.scan({ ...state, fields: 1, start: 8 }, elsewhere.length);
  const failed = expect(scanned).rejects.toMatchObject({ code: 'source-mismatch' });
  await scanner.close();
  await failed;
});

test('a cancel ends the thread at once, whatever it is doing', async () => {
  const path = join(folder, 'endless.csv');
  await writeFile(path, 'id,name\n1,2\n');
  const length = 16 * 1024 ** 3; // Nothing but a hole, which takes many seconds to go over
  await truncate(path, length);
  let isStarted = false;
  const scanner: ScannerOf = (format) => {
    isStarted = true;
    return fileScanner(path, length)(format);
  };
  const stop = new AbortController();
  const source = { ...(await fileSource(path)), scanner };
  const parts = planTableParts(source, { partBytes: length, signal: stop.signal });
  const cut = expect(parts.next()).rejects.toMatchObject({ code: 'cancelled' });
  await eventually(() => isStarted);
  const isOpen = () => openDescriptors().includes(path);
  if (process.platform === 'linux') await eventually(isOpen);
  stop.abort();
  await cut;
  await eventually(() => !isOpen(), 1_000);
});

test('only large files are worth a thread', async () => {
  const path = join(folder, 'large.csv');
  await writeFile(path, 'id\n');
  expect((await fileSource(path)).scanner).toBeUndefined();
  await truncate(path, 32 * 1024 * 1024);
  expect((await fileSource(path)).scanner).toBeDefined();
});
