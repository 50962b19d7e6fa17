import { patternedBytes, testSource, collectBytes } from '@modelferry/testkit';
import { readTableHead, type TableHeadOptions } from '../../src/index.ts';

const text = (value: string) => new TextEncoder().encode(value);
const read = (
  content: string | Uint8Array,
  name = 'sales.csv',
  options: TableHeadOptions = {},
  chunkBytes = [7],
) =>
  readTableHead(
    testSource(typeof content === 'string' ? text(content) : content, { name, chunkBytes }),
    options,
  );

test('reads the header and the rows', async () => {
  expect(await read('age,name\r\n34,"Doe, Jane"\r\n35,"say ""hi""\nthere"\r\n')).toMatchObject({
    columns: ['age', 'name'],
    rows: [
      ['34', 'Doe, Jane'],
      ['35', 'say "hi"\nthere'],
    ],
    delimiter: ',',
    encodingLooksUtf8: true,
    complete: true,
  });
});

test.each([
  ['a;b\n1,5;2\n', 'x.csv', ';'],
  ['a\tb\n1\t2\n', 'x.csv', '\t'],
  ['a|b\n1|2\n', 'x.csv', '|'],
  ['"a;b",c\n1,2\n', 'x.csv', ','],
  ['only\n1\n', 'x.csv', ','],
  ['only\n1\n', 'x.TSV', '\t'],
])('finds the delimiter of %j in %s', async (content, name, delimiter) => {
  expect((await read(content, name)).delimiter).toBe(delimiter);
});

test('drops a byte order mark and knows Japanese names', async () => {
  expect((await read('\uFEFF年齢,名前\n1,太郎\n', '売上.csv')).columns).toEqual(['年齢', '名前']);
});

test('reads Shift_JIS names, and says that it is not UTF-8', async () => {
  const shiftJis = Uint8Array.of(0x94, 0x4e, 0x97, 0xee, 0x2c, 0x61, 0x0a, 0x31, 0x2c, 0x32, 0x0a);
  expect(await read(shiftJis)).toMatchObject({
    columns: ['年齢', 'a'],
    encoding: 'shift_jis',
    encodingLooksUtf8: false,
  });
});

test('stops after the rows it was asked for, and says that there is more', async () => {
  const long = `a,b\n${'1,2\n'.repeat(50_000)}`;
  const source = testSource(text(long), { name: 'x.csv', chunkBytes: [1000] });
  const head = await readTableHead(source, { maxRows: 10 });
  expect(head.rows).toHaveLength(10);
  expect(head.complete).toBe(false);
  expect(source.givenBytes).toBeLessThan(5_000);
});

test('never shows a row that was cut off, wherever reading stops', async () => {
  const rows = Array.from({ length: 40 }, (_, row) => [`x${row}`, `ü"${row}`]);
  const table = `a,b\n${rows.map(([a, b]) => `${a},"${b?.replaceAll('"', '""')}"\n`).join('')}`;
  for (let maxBytes = 10; maxBytes < text(table).length + 10; maxBytes++) {
    const head = await read(table, 'x.csv', { maxBytes }, [1]);
    expect(head.rows).toEqual(rows.slice(0, head.rows.length));
    expect(head.complete).toBe(head.rows.length === 40 && maxBytes > text(table).length);
  }
});

test('the last row needs no line end', async () => {
  expect(await read('a,b\n1,2')).toMatchObject({ rows: [['1', '2']], complete: true });
});

test('keeps a source that opens only once whole', async () => {
  const source = testSource(text('a,b\n1,2\n'), { replayable: false, chunkBytes: [3] });
  const head = await readTableHead(source, { maxRows: 0 });
  expect(head.columns).toEqual(['a', 'b']);
  expect(new TextDecoder().decode(await collectBytes(head.source.open()))).toBe('a,b\n1,2\n');
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['an empty file', '', /"sales.csv" is empty/],
  ['blank lines alone', '\n\r\n', /no header line/],
  ['UTF-16, little-endian', Uint8Array.of(0xff, 0xfe, 0x61, 0), /UTF-16/],
  ['UTF-16, big-endian', Uint8Array.of(0xfe, 0xff, 0, 0x61), /UTF-16/],
  ['a ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /is a ZIP file, not a table/],
  ['a quote that stays open', 'a,b\n1,"2\n3,4\n', /quote that is never closed/],
])('refuses %s, naming the input', async (_, content, message) => {
  await expect(read(content, 'sales.csv', { field: 'trainingData' })).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringMatching(message),
    faults: [{ field: 'trainingData', remedy: expect.any(String) }],
  });
});

test('refuses what has no lines', async () => {
  const noise = patternedBytes(5000).map((byte) => (byte % 26) + 97);
  await expect(read(noise, 'sales.csv', { maxBytes: 1000 })).rejects.toThrow(/no end of its first line/);
});
