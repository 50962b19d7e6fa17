import { nameFromAnswer } from '../src/files/name-from-answer.ts';

test.each([
  [`attachment; filename="plain.csv"`, 'plain.csv'],
  [`attachment; filename="with \\"quotes\\".csv"`, 'with "quotes".csv'],
  ['attachment; filename=bare.csv; size=1', 'bare.csv'],
  [`attachment; filename="x.csv"; filename*=UTF-8''%E5%A3%B2%E4%B8%8A.csv`, '売上.csv'],
  ['attachment; filename="../../etc/passwd"', 'passwd'],
  ['attachment; filename="C:\\\\data\\\\a.csv"', 'a.csv'],
  [`attachment; filename*=UTF-8''a%2Fb.csv`, 'b.csv'],
  ['inline', 'end of path.csv'],
  [undefined, 'end of path.csv'],
])('%s', (disposition, name) => {
  const headers: Record<string, string> =
    disposition === undefined ? {} : { 'content-disposition': disposition };
  expect(nameFromAnswer(headers, 'https://example.com/files/end%20of%20path.csv?x=1')).toBe(name);
});

test.each([
  ['https://example.com/', 'download'],
  ['https://example.com/%E0%A4%A', '%E0%A4%A'],
  ['no URL', 'download'],
])('falls back for %s', (url, name) => {
  expect(nameFromAnswer({}, url)).toBe(name);
});
