import { toCsv } from '../src/data/to-csv.ts';

test('values that would be misread are quoted, and missing ones are empty', () => {
  const rows = [
    { name: 'plain', note: 'a "word", two' },
    { name: 'ペンギン', note: 'two\nlines' },
    { name: null, note: 0 },
  ];
  expect(toCsv(rows)).toBe('name,note\r\nplain,"a ""word"", two"\r\nペンギン,"two\nlines"\r\n,0\r\n');
});
