import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError } from '@modelferry/http';
import { readRows } from '../../src/rows/read-rows.ts';
import { rowsFile } from '../../src/rows/rows-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modelferry-rows-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(content: string | Uint8Array) {
  const path = join(folder, 'rows.csv');
  await writeFile(path, content);
  return readRows(path);
}

async function textOf({ body }: ReturnType<typeof rowsFile>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('readRows', () => {
  test('reads text by column, quotes, line breaks and a byte order mark as CSV has them', async () => {
    expect(await rowsOf('\uFEFFid,"a ""name"""\r\n1,"two\nlines, one cell"\r\n\r\n2,\r\n')).toEqual([
      { id: '1', 'a "name"': 'two\nlines, one cell' },
      { id: '2', 'a "name"': '' },
    ]);
  });

  test.each([
    ['no rows', 'id,name\n', 'has no rows'],
    ['a column twice', 'id,id\n1,2\n', 'names the column "id" twice'],
    ['a row with other columns', 'id,name\n1\n', 'row 1 is of 1 and the header of 2 fields'],
    ['a quote without its end', 'id,name\n1,"two\n', 'a quote in it is never closed'],
    ['another encoding', new Uint8Array([0x61, 0x0a, 0x83, 0x65, 0x0a]), 'is not UTF-8'],
  ])('refuses a table with %s', async (_what, content, words) => {
    await expect(rowsOf(content)).rejects.toThrow(words);
  });
});

describe('rowsFile', () => {
  test('puts the columns of the outputs behind those of the row', async () => {
    const file = rowsFile(
      [{ id: '1', species: 'x' }],
      [
        {
          ok: true,
          output: { prediction: { species: 'Adelie', p: '0.9' }, reasons: [{ why: 'so' }], row: {} },
        },
      ],
      'out.csv',
    );
    const text = await textOf(file);
    expect(text).toBe('id,species,prediction species,p,reasons\n1,x,Adelie,0.9,"[{""why"":""so""}]"\n');
    expect(file).toMatchObject({ name: 'out.csv', length: Buffer.byteLength(text) });
  });

  test('says in its line why a row failed, and loses none', async () => {
    const error = new EngineError({ code: 'rejected', message: 'Could not score the row: no such column.' });
    const file = rowsFile(
      [{ id: '1' }, { id: '2' }],
      [
        { ok: false, error },
        { ok: true, output: { prediction: { label: 'yes' } } },
      ],
      'out.csv',
    );
    expect(await textOf(file)).toBe('id,error,label\n1,Could not score the row: no such column.,\n2,,yes\n');
  });
});
