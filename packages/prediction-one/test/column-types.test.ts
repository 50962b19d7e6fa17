import { columnInfoFile } from '../src/training/column-info-file.ts';
import { columnTypes, guessColumnType } from '../src/training/column-types.ts';
import { collectBytes } from '@modelferry/testkit';

test.each([
  [['1', '-2.5', '', '1e3'], 'float'],
  [['.5', '+7'], 'float'],
  [['2026-11-21', '2026-11-22'], 'date'],
  [['2026/1/2', '2026/01/02'], 'date'],
  [['2026-11-21 08:30'], 'date'],
  [['21-11-2026'], 'date'],
  [['Nov-26'], 'date'],
  [['01234', '99999'], 'string'],
  [['0', '0.5'], 'float'],
  [['1', 'two'], 'string'],
  [['2026-11-21', 'soon'], 'string'],
  [['', ' '], 'string'],
  [[], 'string'],
])('%j is %s', (values, type) => {
  expect(guessColumnType(values)).toBe(type);
});

test('a type asked for comes before a guess', () => {
  const head = { columns: ['age', 'code', 'constructor'], rows: [['1', '2', 'x']] };
  expect(columnTypes(head, { code: 'string' })).toEqual([
    ['age', 'float'],
    ['code', 'string'],
    ['constructor', 'string'],
  ]);
});

test('the file begins with a byte order mark and quotes names that need it', async () => {
  const file = columnInfoFile([
    ['年齢', 'float'],
    ['a,b', 'string'],
  ]);
  const bytes = await collectBytes(file.open());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('column_name,column_type\r\n年齢,float\r\n"a,b",string\r\n');
  expect(file.length).toBe(bytes.length);
});
