import { testSource } from '@modelferry/testkit';
import { bytesSource, type Source } from '@modelferry/upload';
import type { BatchJob, CsvSettings } from '../src/index.ts';
import { checkData } from '../src/batch/scoring/check-data.ts';
import { uploadInParts } from '../src/batch/scoring/upload-in-parts.ts';
import { job } from './support/answers.ts';
import { scriptedRun } from './support/scripted-run.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...pieces: readonly (string | readonly number[])[]) =>
  new Uint8Array(pieces.flatMap((piece) => (typeof piece === 'string' ? [...utf8(piece)] : [...piece])));
/** 日本表: its last character's second byte is that of a backslash. */
const shiftJis = [0x93, 0xfa, 0x96, 0x7b, 0x95, 0x5c];
const quotedBreak = '"a\n""b""\r\n,c"';

interface Table {
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly rules?: CsvSettings;
}
const tables: Readonly<Record<string, Table>> = {
  'UTF-8, with characters of two to four bytes': {
    bytes: utf8(`id,t\n1,${quotedBreak}\n2,é日𝄞\n3,"日\n本"\n`),
    rows: 3,
  },
  'a byte order mark': { bytes: utf8(`\uFEFF"id",t\n1,${quotedBreak}\n2,日\n`), rows: 2 },
  Shift_JIS: {
    bytes: bytesOf('id,t\n1,"', shiftJis, '\n', shiftJis, '"\n2,', shiftJis, '\n3,x\n'),
    rows: 3,
    rules: { encoding: 'shift_jis' },
  },
  'Latin-1': {
    bytes: bytesOf('id,t\n1,"', [0xe9], '\n"\n2,', [0xff, 0xe9], '\n'),
    rows: 2,
    rules: { encoding: 'latin_1' },
  },
  CRLF: { bytes: utf8(`id,t\r\n1,${quotedBreak}\r\n2,b\r\n3,c\r\n`), rows: 3 },
  'a last line without its end': { bytes: utf8(`id,t\n1,${quotedBreak}\n2,b\n3,"c"`), rows: 3 },
  'one column': { bytes: utf8('t\n"a\nb"\nc\n"d ""e"""\nf'), rows: 4 },
  tabs: { bytes: utf8('id\tt\n1\t"a\n\tb"\n2\tx,"y\n3\tc\n'), rows: 3, rules: { delimiter: 'tab' } },
  semicolons: { bytes: utf8('id;t\n1;"a;\n"\n2;x,y\n3;c\n'), rows: 3, rules: { delimiter: ';' } },
  'lines that end with a lone CR': { bytes: utf8('id,t\r1,"a\rb"\r2,b\r3,c\r'), rows: 3 },
};

const taken = { status: 202 };

async function send(source: Source, rules: CsvSettings, partBytes: number) {
  const run = scriptedRun(Array<typeof taken>(40).fill(taken));
  const data = await checkData(source, { passthroughColumns: [], ...rules }, () => undefined);
  const delimiter = data.csvSettings.delimiter === 'tab' ? '\t' : data.csvSettings.delimiter;
  const target = { job: job('INITIALIZING') as BatchJob, scoreWhileUploading: false };
  const outcome = await uploadInParts(run.context, { ...target, data, delimiter, partBytes });
  const parts = run.transport.requests.flatMap(({ method, bytes }) => (method === 'PUT' ? [bytes!] : []));
  return { outcome, parts, rows: data.sentRows() };
}

/** Where rows may be cut, found the simplest way: quotes count by parity, which is right for these tables. */
function rowEnds(bytes: Uint8Array): readonly number[] {
  const lineEnd =
    bytes.includes(0x0a) && !utf8('id,t\r1').every((byte, at) => bytes[at] === byte) ? 0x0a : 0x0d;
  let isQuoted = false;
  const ends = [...bytes].flatMap((byte, at) => {
    // In these tables a quote opens a field, closes it, or is doubled; the one in x,"y has no partner, and is text
    if (byte === 0x22 && !(bytes[at - 1] === 0x2c && bytes.includes(0x09))) isQuoted = !isQuoted;
    return byte === lineEnd && !isQuoted ? [at + 1] : [];
  });
  return ends.at(-1) === bytes.length ? ends : [...ends, bytes.length];
}

const onePass = (bytes: Uint8Array): Source => {
  const { name, open } = testSource(bytes, { name: 'rows.csv', chunkBytes: [3, 1, 7] });
  return { name, open: () => open(), length: undefined, replayable: false, ranged: false };
};

test.each(Object.entries(tables))('%s: cut at every byte, parts are whole tables', async (_, table) => {
  const { bytes, rows, rules = {} } = table;
  const [headerEnd = 0, ...ends] = rowEnds(bytes);
  expect(ends).toHaveLength(rows);
  const mark = bytes[0] === 0xef ? 3 : 0;
  const longest = Math.max(...ends.map((end, at) => end - (ends[at - 1] ?? headerEnd)));
  for (let partBytes = headerEnd + longest; partBytes <= bytes.length + 1; partBytes++) {
    for (const sourceOf of [(all: Uint8Array) => bytesSource('rows.csv', all), onePass]) {
      const sent = await send(sourceOf(bytes), rules, partBytes);
      expect(sent.outcome).toEqual({ arrived: true });
      expect(sent.rows).toBe(rows);
      let position = headerEnd;
      sent.parts.forEach((part, index) => {
        const header = bytes.slice(index === 0 ? 0 : mark, headerEnd);
        const end = position + part.length - header.length;
        expect(ends).toContain(end);
        expect(Buffer.from(part)).toEqual(Buffer.concat([header, bytes.slice(position, end)]));
        expect(part.length).toBeLessThanOrEqual(partBytes);
        // It is as long as it may be
        const next = ends.find((one) => one > end);
        if (next !== undefined) expect(next - position).toBeGreaterThan(partBytes - headerEnd);
        position = end;
      });
      expect(position).toBe(bytes.length);
    }
  }
});
