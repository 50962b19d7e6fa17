import type { FormPart } from '@modelferry/http';
import { collectBytes, patternedBytes, testSource } from '@modelferry/testkit';
import fc from 'fast-check';
import { bytesSource, encodeForm } from '../src/index.ts';

/** Reads a form with the platform's own parser. */
async function parse(parts: readonly FormPart[]): Promise<FormData> {
  const { contentType, source } = encodeForm(parts);
  const bytes = await collectBytes(source.open());
  expect(source.length).toBe(bytes.length);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': contentType },
  }).formData();
}

test('fields and files arrive as they were sent', async () => {
  const file = patternedBytes(5000);
  const form = await parse([
    { name: 'note', value: 'two\nlines, 日本' },
    { name: 'data', value: bytesSource('x', file), fileName: '売上 2026.csv', contentType: 'text/csv' },
    { name: 'json', value: '{"a":1}', fileName: 'a.json', contentType: 'application/json' },
    { name: 'raw', value: bytesSource('x', new Uint8Array()) },
  ]);
  expect(form.get('note')).toBe('two\nlines, 日本');
  const sent = form.get('data') as File;
  expect([sent.name, sent.type, sent.size]).toEqual(['売上 2026.csv', 'text/csv', 5000]);
  expect(new Uint8Array(await sent.arrayBuffer())).toEqual(file);
  expect((form.get('json') as File).type).toBe('application/json');
  expect([(form.get('raw') as File).name, (form.get('raw') as File).size]).toEqual(['blob', 0]);
});

test('no name can add a header or a part', async () => {
  const evil = fc.string({ unit: fc.constantFrom('a', '"', '\r', '\n', ';', '=', ' ', '\\', 'é', '-', ':') });
  await fc.assert(
    fc.asyncProperty(evil, evil, async (name, fileName) => {
      const { source } = encodeForm([{ name, value: 'x', fileName }], 'b');
      const text = new TextDecoder().decode(await collectBytes(source.open()));
      const lines = text.split('\r\n');
      expect(lines).toHaveLength(7);
      expect(lines[0]).toBe('--b');
      expect(lines.slice(2)).toEqual(['Content-Type: application/octet-stream', '', 'x', '--b--', '']);
      expect(lines[1]?.match(/"/g)).toHaveLength(4);
      expect(lines[1]).not.toMatch(/[\r\n]/);
    }),
  );
});

test('escapes as browsers do', async () => {
  const form = await parse([{ name: 'a"b\r\nc', value: 'x', fileName: 'q".csv' }]);
  const { source } = encodeForm([{ name: 'a"b\r\nc', value: 'x' }], 'b');
  expect(new TextDecoder().decode(await collectBytes(source.open()))).toContain('name="a%22b%0D%0Ac"');
  expect([...form.values()]).toHaveLength(1);
});

test('promises a length and replay only where all parts do', () => {
  const once = testSource(patternedBytes(3), { replayable: false, declaredLength: null });
  expect(encodeForm([{ name: 'a', value: once }]).source).toMatchObject({
    length: undefined,
    replayable: false,
  });
});

test('notices a file that is not as long as it was, by its name, also where another one makes up for it', async () => {
  const short = testSource(patternedBytes(3), { name: 'a.csv', declaredLength: 4 });
  const long = testSource(patternedBytes(5), { name: 'b.csv', declaredLength: 4 });
  const { source } = encodeForm([
    { name: 'first', value: short },
    { name: 'second', value: long },
  ]);
  await expect(collectBytes(source.open())).rejects.toMatchObject({
    code: 'source-mismatch',
    message: 'Could not read "a.csv" to its end: it has 4 bytes, and only 3 came.',
  });
});

test('refuses what would break a header', () => {
  expect(() => encodeForm([{ name: 'a', value: 'x', contentType: 'text/csv\r\nX: 1' }])).toThrow(
    /content type/,
  );
  expect(() => encodeForm([], 'a\r\nb')).toThrow(/boundary/);
});

test('has another boundary each time', () => {
  expect(encodeForm([]).contentType).not.toBe(encodeForm([]).contentType);
});
