import { collectBytes, testSource, type TestSourceOptions } from '@modelferry/testkit';
import fc from 'fast-check';
import { planTableParts, type PartOptions, type Source, type TablePart } from '../../src/index.ts';
import { chunkSizes, properTable } from './arbitrary-csv.ts';
import { recordEnds } from './reference.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const ranged = (bytes: Uint8Array, options: TestSourceOptions = {}): Source =>
  testSource(bytes, { name: 'sales.csv', ...options });
const onePass = (bytes: Uint8Array, options: TestSourceOptions = {}): Source => {
  const { name, open } = testSource(bytes, { name: 'sales.csv', replayable: false, ...options });
  return { name, open: () => open(), length: undefined, replayable: false, ranged: false };
};

async function plan(source: Source, options: PartOptions) {
  const parts: { start: number; end: number; name: string; header: Uint8Array; rows: Uint8Array }[] = [];
  for await (const { index, rows, headerBytes, source: part } of planTableParts(source, options)) {
    expect(index).toBe(parts.length);
    const bytes = await collectBytes(part.open());
    expect(part.length).toBe(bytes.length);
    expect(part.replayable).toBe(true);
    parts.push({
      ...rows,
      name: part.name,
      header: bytes.slice(0, headerBytes),
      rows: bytes.slice(headerBytes),
    });
  }
  return parts;
}

test.each([
  ['by ranges', ranged],
  ['in one pass', onePass],
])('parts are the table, cut only where records end (%s)', async (_, sourceOf) => {
  await fc.assert(
    fc.asyncProperty(
      properTable,
      chunkSizes,
      fc.integer({ min: 150, max: 700 }),
      async (bytes, chunkBytes, partBytes) => {
        const bom = bytes[0] === 0xef ? 3 : 0;
        const { ends } = recordEnds(bytes, ',', bom);
        const headerEnd = ends[0] ?? 0;
        const parts = await plan(sourceOf(bytes, { chunkBytes }), { partBytes, delimiter: ',' });
        expect(Buffer.concat(parts.map(({ rows }) => rows))).toEqual(
          Buffer.from(bytes.slice(headerEnd, parts.at(-1)?.end)),
        );
        expect(decode(bytes.slice(parts.at(-1)?.end)).trim()).toBe('');
        parts.forEach(({ start, end, header, rows }, index) => {
          // A byte order mark stands at the beginning of a file, and so not before the headers that are repeated
          expect(decode(header)).toBe(decode(bytes.slice(index === 0 ? 0 : bom, headerEnd)));
          expect(start).toBe(index === 0 ? headerEnd : parts[index - 1]?.end);
          if (index < parts.length - 1) expect(ends).toContain(end);
          expect(header.length + rows.length).toBeLessThanOrEqual(partBytes);
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('fills parts as far as records allow', async () => {
  const bytes = encode(`a,b\n${'12,"x\ny"\n'.repeat(100)}`);
  const parts = await plan(ranged(bytes), { partBytes: 4 + 9 * 10 + 8 });
  expect(parts.map(({ rows }) => rows.length)).toEqual(Array(10).fill(90));
  expect(parts.map(({ name }) => name).slice(0, 2)).toEqual(['sales-1.csv', 'sales-2.csv']);
});

test('cuts large tables in every window, also with records longer than the window', async () => {
  const row = (bytes: number) => `1,"${'x\n'.repeat(bytes / 2)}"\n`;
  const text = `a,b\n${row(300_000)}${row(700_000)}${row(10)}${row(600_000)}${row(400_000)}`;
  for (const sourceOf of [ranged, onePass]) {
    const parts = await plan(sourceOf(encode(text), { chunkBytes: [65_536] }), { partBytes: 900_100 });
    expect(parts.map(({ rows }) => decode(rows).split('1,"').length - 1)).toEqual([1, 2, 1, 1]);
    expect(parts.map(({ rows }) => decode(rows)).join('')).toBe(text.slice(4));
  }
});

test('a one-pass table keeps no more than the parts in use', async () => {
  const bytes = encode(`a,b\n${'1,2\n'.repeat(50_000)}`);
  let given = 0;
  const source = onePass(bytes, { chunkBytes: [1000], beforeChunk: () => void (given += 1000) });
  for await (const { rows } of planTableParts(source, { partBytes: 10_000 })) {
    expect(given).toBeLessThan(rows.end + 70_000); // the header's search reads 64 KiB ahead
  }
});

test('parts stay as they are until they are released, in whatever order that is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }), async (picks) => {
      const bytes = encode(`a,b\n${'123456,"x\ny"\n'.repeat(200_000)}`);
      const inUse: TablePart[] = [];
      const readBack: { readonly start: number; readonly rows: Uint8Array }[] = [];
      const end = async (part?: TablePart) => {
        if (!part) return;
        const rows = (await collectBytes(part.source.open())).subarray(part.headerBytes);
        readBack.push({ start: part.rows.start, rows });
        part.release();
        part.release(); // Once more changes nothing
      };
      for await (const part of planTableParts(onePass(bytes, { chunkBytes: [70_001] }), {
        partBytes: 250_000,
      })) {
        inUse.push(part);
        const pick = picks[part.index] ?? 0;
        if (pick < inUse.length) await end(inUse.splice(pick, 1)[0]);
      }
      for (const part of inUse) await end(part);
      const inOrder = readBack.toSorted((a, b) => a.start - b.start).map(({ rows }) => rows);
      expect(Buffer.concat(inOrder).equals(bytes.subarray(4))).toBe(true);
    }),
    { numRuns: 10 },
  );
});

test('memory of released parts is used again', async () => {
  const bytes = encode(`a,b\n${'1234567,89\n'.repeat(1_000_000)}`);
  const buffers = new Set<ArrayBufferLike>();
  for await (const part of planTableParts(onePass(bytes, { chunkBytes: [65_536] }), { partBytes: 600_000 })) {
    for await (const { buffer } of part.source.open()) buffers.add(buffer);
    part.release();
  }
  // The header's own, and of the rows' those of a part, of what was read ahead, and the first, which holds the header, too
  expect(buffers.size).toBeLessThanOrEqual(6);
});

test('lines that end with a lone CR', async () => {
  const parts = await plan(ranged(encode('a,b\r1,2\r3,4\r')), { partBytes: 8 });
  expect(parts.map(({ rows }) => decode(rows))).toEqual(['1,2\r', '3,4\r']);
});

test.each<[string, string | Uint8Array, PartOptions, RegExp]>([
  ['an empty table', '', {}, /is empty/],
  ['a header alone', 'a,b\n', {}, /has a header and no rows/],
  ['a header alone without its line end', 'a,b', {}, /has a header and no rows/],
  ['a header and blank lines', 'a,b\n\r\n\n', {}, /has a header and no rows/],
  ['a quote that is never closed', 'a,b\n1,2\n"x"" y",3\n4,"z""\n5,6\n', {}, /not closed, at byte 20/],
  [
    'a record longer than a part',
    `a,b\n1,2\n3,${'x'.repeat(50)}\n4,5\n`,
    { partBytes: 20 },
    /more than 16 bytes, which begins at byte 8$/m,
  ],
  [
    'a quote that swallows a part',
    `a,b\n1,2\n3,"x\n${'4,5\n'.repeat(9)}`,
    { partBytes: 20 },
    /begins at byte 8 and has a quote that is not closed, at byte 10/,
  ],
  ['a header longer than a part', 'a,b\n1,2\n', { partBytes: 4 }, /header of 4 bytes/],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), {}, /UTF-16/],
])('refuses %s', async (_, content, options, message) => {
  const bytes = typeof content === 'string' ? encode(content) : content;
  for (const sourceOf of [ranged, onePass]) {
    const planned = plan(sourceOf(bytes, { chunkBytes: [3] }), { field: 'data', ...options });
    await expect(planned).rejects.toMatchObject({
      code: 'invalid-input',
      faults: [{ field: 'data', problem: expect.stringMatching(message), remedy: expect.any(String) }],
    });
  }
});

test('stops on request', async () => {
  const controller = new AbortController();
  const source = ranged(encode(`a\n${'1\n'.repeat(100)}`), { chunkBytes: [10] });
  const parts = planTableParts(source, { partBytes: 20, signal: controller.signal });
  await parts.next();
  controller.abort();
  await expect(parts.next()).rejects.toMatchObject({ code: 'cancelled' });
});

test('closes the table when a reader leaves early', async () => {
  const source = testSource(encode(`a\n${'1\n'.repeat(100)}`), { chunkBytes: [10] });
  for await (const part of planTableParts(source, { partBytes: 20 })) {
    expect(part.index).toBe(0);
    break;
  }
  expect(source.closed).toBe(source.opened);
});
