import { collectBytes, testSource } from '@modelferry/testkit';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkedTable,
  parseRows,
  readTableHead,
  type TableCheckOptions,
  type TableFinding,
} from '../../src/index.ts';
import { anyCsv, chunkSizes, chunksOf, longChunkSizes, longCsv } from './arbitrary-csv.ts';
import { rowKernel } from '../../src/csv/row-kernel.ts';
import { builtModule } from '../../wasm/built-module.mjs';
import { RowCounter } from '../../src/csv/row-counter.ts';
import type { CountedRow } from '../../src/csv/row-state.ts';
import { Utf8Check } from '../../src/csv/utf8-check.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function check(
  content: string | Uint8Array,
  options: Partial<TableCheckOptions> = {},
  chunkBytes = [5],
) {
  const bytes = typeof content === 'string' ? encode(content) : content;
  const warnings: TableFinding[] = [];
  const source = testSource(bytes, { name: 'sales.csv', chunkBytes });
  const checked = checkedTable(source, {
    delimiter: ',',
    field: 'data',
    onWarning: (one) => warnings.push(one),
    ...options,
  });
  let passed = 0;
  const read = (async () => {
    for await (const chunk of checked.open()) passed += chunk.length;
  })();
  const error = await read.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, warnings, passed, whole: bytes.length };
}

test.each([
  ['plain rows', 'a,b\n1,2\n3,4\n'],
  ['no last line end', 'a,b\n1,2'],
  ['CRLF and blank lines', 'a,b\r\n\r\n1,2\r\n\r\n'],
  ['quoted delimiters and line ends', 'a,b\n"1,\n2",3\n4,"5""6"\n'],
  ['a byte order mark before a quoted name', '\uFEFF"a,b",c\n1,2\n'],
  ['stray quotes', 'a,b\n5" pipe,x"y\n1,2\n'],
  ['one column', 'a\n1\n\n2\n'],
  ['Japanese', '年齢,名前\n1,太郎\n'],
])('passes %s', async (_, text) => {
  for (const chunk of [1, 2, 3, 5, 1000]) {
    expect(await check(text, {}, [chunk])).toMatchObject({
      error: undefined,
      warnings: [],
      passed: encode(text).length,
    });
  }
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['a row with too many fields', 'a,b\n1,2\n1,2,3\n4,5\n', /has 3 fields in row 3, and the header has 2/],
  ['a row with too few', 'a,b\n1\n4,5\n', /has 1 field in row 2, and the header has 2/],
  ['a short last row without line end', 'a,b\n4,5\n1', /has 1 field in row 3/],
  ['no rows', 'a,b\n', /has a header and no rows/],
  ['no rows but blank ones', 'a,b\n\n\r\n', /has a header and no rows/],
  ['a quote that stays open', 'a,b\n1,2\n3,"4\n5,6\n', /quote in row 3 that is never closed/],
])('refuses %s before the last byte has left', async (_, content, problem) => {
  for (const chunk of [1, 2, 3, 5, 1000]) {
    const { error, passed, whole } = await check(content, {}, [chunk]);
    expect(error).toMatchObject({
      code: 'invalid-input',
      faults: [{ field: 'data', problem: expect.stringMatching(problem), remedy: expect.any(String) }],
    });
    expect(passed).toBeLessThan(whole);
  }
});

test('warns once of bytes that are not UTF-8, and tells where', async () => {
  const bytes = Uint8Array.of(
    ...encode('a,b\n1,'),
    0x94,
    0x4e,
    ...encode('\n2,'),
    0x94,
    0x4e,
    ...encode('\n'),
  );
  const { error, warnings } = await check(bytes);
  expect(error).toBeUndefined();
  expect(warnings).toEqual([expect.objectContaining({ kind: 'not-utf8', byteOffset: 6 })]);
});

test('a character that is cut off is seen in any chunks, also before those of ASCII', async () => {
  const [cut] = encode('é');
  const text = 'a,b\n1,日本\n2,';
  const broken = Uint8Array.of(...encode(text), cut!, ...encode('\n3,4\n5,6\n'));
  for (let size = 1; size <= broken.length; size++) {
    const { warnings } = await check(broken, {}, [size]);
    expect(warnings).toEqual([
      expect.objectContaining({ kind: 'not-utf8', byteOffset: encode(text).length + 1 }),
    ]);
    expect((await check(text + 'é\n3,4\n5,6\n', {}, [size])).warnings).toEqual([]);
  }
});

test('refuses what it is told to refuse', async () => {
  const broken = Uint8Array.of(...encode('a,b\n1,'), 0x94, 0x4e);
  expect((await check(broken, { refuses: () => true })).error).toMatchObject({ code: 'invalid-input' });
  const lenient = await check('a,b\n1\n2\n', { refuses: () => false });
  expect(lenient.error).toBeUndefined();
  expect(lenient.warnings).toEqual([
    expect.objectContaining({ kind: 'column-count', row: 2, byteOffset: 4 }),
  ]);
});

test('takes its options from the table head, also with lines that end with CR', async () => {
  const bytes = encode('a\tb\r1\t2\r3\r');
  const head = await readTableHead(testSource(bytes, { name: 'x.csv' }));
  expect(head).toMatchObject({ delimiter: '\t', lineEnd: 'cr' });
  await expect(collectBytes(checkedTable(head.source, head).open())).rejects.toThrow(/1 field in row 3/);
});

test('counts the rows and fields that the row parser reads, in any text and any chunks', () => {
  fc.assert(
    fc.property(fc.oneof(anyCsv, longCsv), fc.oneof(chunkSizes, longChunkSizes), (bytes, sizes) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll(/\r(?!\n)/g, ' ');
      const odd: CountedRow[] = [];
      const counter = new RowCounter({ delimiter: ',' }, (row) => odd.push(row));
      for (const chunk of chunksOf(encode(text), sizes)) counter.feed(chunk);
      const parsed = parseRows(text, ',');
      expect(counter.inQuotes).toBe(parsed.openQuote);
      counter.end();
      expect(counter.rows).toBe(parsed.rows.length);
      const columns = parsed.rows[0]?.length ?? 0;
      expect(odd.map(({ row, fields }) => [row, fields])).toEqual(
        parsed.rows.flatMap((row, index) => (row.length === columns ? [] : [[index + 1, row.length]])),
      );
    }),
    { numRuns: 1500 },
  );
});

test('counts the same where the kernel begins at any byte of a table', () => {
  const text = `id,name,note\r\n${'1,"a ""b""\r\n,c",5" pipe\r\n\r\n2,,x"y"z,odd\r\n3,"",""\r\n'.repeat(8)}`;
  const bytes = encode(text);
  const countIn = (chunks: Iterable<Uint8Array>) => {
    const odd: CountedRow[] = [];
    const counter = new RowCounter({ delimiter: ',' }, (row) => odd.push(row));
    for (const chunk of chunks) counter.feed(chunk);
    const { rows, start, inQuotes } = counter;
    return { odd, rows, start, inQuotes };
  };
  const expected = countIn(chunksOf(bytes, [1]));
  expect(expected).toMatchObject({ rows: 25, start: bytes.length });
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(countIn([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(expected);
  }
});

test('counts the rows of a table larger than the memory of the kernel', () => {
  const bytes = encode(`a,b\n${'12,"x\ny"\n'.repeat(200_000)}`);
  const counter = new RowCounter({ delimiter: ',' }, () => {
    throw new Error('No row is odd.');
  });
  counter.feed(bytes);
  expect(counter).toMatchObject({ rows: 200_001, columns: 2, start: bytes.length, inQuotes: false });
});

test('the kernel that ships is the one that its source says', async () => {
  expect(rowKernel()).toBeDefined();
  const shipped = await readFile(join(__dirname, '../../src/csv/row-scan-module.ts'), 'utf8');
  expect(shipped).toBe(await builtModule());
});

test('tells the first byte that is not UTF-8, wherever chunks end', () => {
  const isValid = (bytes: Uint8Array) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.option(fc.tuple(fc.nat(100), fc.integer({ min: 128, max: 255 }))),
      chunkSizes,
      (text, fault, sizes) => {
        const bytes = encode(text);
        if (fault) bytes[fault[0] % bytes.length] = fault[1];
        const utf8 = new Utf8Check();
        let wrong: number | undefined;
        for (const chunk of chunksOf(bytes, sizes)) wrong ??= utf8.feed(chunk);
        wrong ??= utf8.end();
        expect(wrong === undefined).toBe(isValid(bytes));
        if (wrong !== undefined)
          expect(Math.abs(wrong - ((fault?.[0] ?? 0) % bytes.length))).toBeLessThanOrEqual(4);
      },
    ),
    { numRuns: 500 },
  );
});
