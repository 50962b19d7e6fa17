import { resultName } from '../src/download/result-name.ts';

const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0);
const csv = new TextEncoder().encode('a,b\r\n');
const url = 'https://download.example/r/abc?X-Signature=secret';
const fallback = 'retrain-result-42';

test.each<[string, string | undefined, string, Uint8Array, string]>([
  ['the header', 'attachment; filename="result.zip"', url, zip, 'result.zip'],
  ['its bare form', 'attachment; filename=result.zip', url, zip, 'result.zip'],
  [
    'its encoded form first',
    `attachment; filename="x.zip"; filename*=UTF-8''%E7%B5%90%E6%9E%9C.zip`,
    url,
    zip,
    '結果.zip',
  ],
  ['an escaped quote', 'attachment; filename="a\\"b.csv"', url, csv, 'a_b.csv'],
  ['the URL', undefined, 'https://d.example/r/result%20one.csv?sig=x', csv, 'result one.csv'],
  ['our own', undefined, url, zip, 'retrain-result-42.zip'],
  ['our own, of text', undefined, url, csv, 'retrain-result-42.csv'],
  ['the header without an extension', 'attachment; filename="result"', url, zip, 'result.zip'],
  ['no path', 'attachment; filename="../../etc/passwd.csv"', url, csv, 'passwd.csv'],
  ['no path of Windows', 'attachment; filename="C:\\\\x\\\\y.csv"', url, csv, 'y.csv'],
  ['no name of dots', 'attachment; filename=".."', url, csv, 'retrain-result-42.csv'],
  ['no broken encoding', "attachment; filename*=UTF-8''%E7%ZZ", url, csv, 'retrain-result-42.csv'],
])('takes %s', (_, disposition, from, head, expected) => {
  expect(resultName({ url: from, disposition, fallback }, head)).toBe(expected);
});

test('never takes the query of a URL', () => {
  expect(resultName({ url: 'https://d.example/?name=secret.csv', fallback }, csv)).toBe(
    'retrain-result-42.csv',
  );
});

test('bounds its length and keeps the extension', () => {
  const name = resultName(
    { url, disposition: `attachment; filename="${'x'.repeat(500)}.csv"`, fallback },
    csv,
  );
  expect(name.length).toBeLessThanOrEqual(150);
  expect(name.endsWith('.csv')).toBe(true);
});
