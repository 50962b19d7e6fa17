import { isInputError } from '@modelferry/http';
import { file, operationsOf, text, type FolderPacking, type When } from '@modelferry/operation';
import { bytesSource, type Source } from '@modelferry/upload';
import * as v from 'valibot';
import { readInputs } from '../../src/inputs/read-inputs.ts';
import { operationProperties, type Entered } from '../../src/properties/index.ts';

const words = { title: 'Rows', description: 'What to score' };
const score = (advanced: boolean, folder?: FolderPacking) =>
  operationsOf<never>()({
    ...{ resource: 'row', name: 'score', title: 'Score', action: 'Score rows', summary: 'Score rows' },
    inputs: v.object({ rows: v.optional(file({ ...words, advanced, textName: 'rows.csv', folder })) }),
    outputs: v.object({}),
    run: async () => ({}),
  });

const entered = (parameters: Readonly<Record<string, unknown>>): Entered => ({
  parameter: (name) => parameters[name],
  item: () => ({}),
  binaryFile: () => Promise.reject(new Error('There is no binary field.')),
  binaryArchive: async (input, fields) => bytesSource([input, ...fields].join('+'), new Uint8Array()),
  urlFile: () => Promise.reject(new Error('There is no URL.')),
  credential: () => Promise.reject(new Error('There is no credential.')),
});
const read = async (
  parameters: Readonly<Record<string, unknown>>,
  advanced = false,
  folder?: FolderPacking,
) => (await readInputs(score(advanced, folder), entered(parameters)))['rows'] as Source | undefined;

test('an input that may be text offers a place to write it', () => {
  const [from, ...places] = operationProperties(score(false));
  expect(from?.options?.map(({ name }) => name)).toEqual(['None', 'Binary Field', 'URL', 'Text']);
  expect(places.map(({ name }) => name)).toEqual(['rowsBinaryField', 'rowsUrl', 'rowsText']);
  expect(places.at(-1)).toMatchObject({
    displayName: 'Rows Text',
    typeOptions: { rows: 4 },
    displayOptions: { show: { rowsFrom: ['text'] } },
  });
});

test('it becomes a file of the name that the input says, as it was written', async () => {
  const found = await read({ rowsFrom: 'text', rowsText: 'city\n大阪\n' });
  expect(found?.name).toBe('rows.csv');
  const chunks: Uint8Array[] = [];
  if (found) for await (const chunk of found.open()) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('city\n大阪\n');
  expect(found?.length).toBe(12);
});

test('an AI agent may give rows as they are', async () => {
  const found = await read({ rowsFrom: 'text', rowsText: [{ city: 'Oslo' }] });
  expect(found?.length).toBe('[{"city":"Oslo"}]'.length);
});

test.each(['', ' \n', undefined])('%j is no text', async (rowsText) => {
  const error: unknown = await read({ rowsFrom: 'text', rowsText }).catch((caught: unknown) => caught);
  expect(isInputError(error) && [error.message, error.remedy]).toEqual([
    'Rows: is to come from a text, and none is given.',
    'Fill in Rows Text.',
  ]);
});

test('among the options, the text alone tells the place', async () => {
  expect((await read({ 'options.rowsText': 'a\n1\n' }, true))?.name).toBe('rows.csv');
  expect(await read({ 'options.rowsText': '' }, true)).toBeUndefined();
  const twice = read({ 'options.rowsText': 'a\n', 'options.rowsUrl': 'https://example.com/a.csv' }, true);
  await expect(twice).rejects.toThrow('Rows: is given twice, as a URL and as a text.');
});

describe('an input that a folder may stand for', () => {
  const folder = { ignoreFiles: [] };
  test('offers several files, but not among the options', () => {
    const choicesOf = (advanced: boolean) => operationProperties(score(advanced, folder))[0]?.options;
    expect(choicesOf(false)?.map(({ name }) => name)).toEqual([
      'Binary Field',
      'Binary Fields',
      'None',
      'Text',
      'URL',
    ]);
    expect(choicesOf(true)?.map(({ name }) => name)).not.toContain('rowsBinaryFields');
  });
  test.each([
    ['one, two ,', 'rows+one+two'],
    [['one', 'two'], 'rows+one+two'],
    ['', 'rows'],
    [undefined, 'rows'],
  ])('reads %j', async (rowsBinaryFields, name) => {
    const found = await read({ rowsFrom: 'archive', rowsBinaryFields }, false, folder);
    expect(found?.name).toBe(name);
  });
});

test('what goes with a file is shown where there is one, and what replaces it where there is none', () => {
  const one = (title: string, when: When) => v.optional(text({ ...words, title, when }));
  const properties = operationProperties(
    operationsOf<never>()({
      ...{ resource: 'row', name: 'score', title: 'Score', action: 'Score rows', summary: 'Score rows' },
      inputs: v.object({
        rows: v.optional(file(words)),
        header: one('Header', { rows: true }),
        table: one('Table', { rows: false }),
      }),
      outputs: v.object({}),
      run: async () => ({}),
    }),
  );
  const shown = (name: string) =>
    properties.find((each) => each.name === name)?.displayOptions?.show?.['rowsFrom'];
  expect(shown('header')).toEqual(['binary', 'url']);
  expect(shown('table')).toEqual(['none']);
});
