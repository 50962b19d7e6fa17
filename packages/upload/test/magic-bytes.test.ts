import { gzipSync } from 'node:zlib';
import { collectBytes } from '@modelferry/testkit';
import { bytesSource, extensionFor, sniffType, storedZip, typeMismatch } from '../src/index.ts';

const text = new TextEncoder().encode('a,b\n1,2\n');
const zip = () => collectBytes(storedZip('a.zip', [{ path: 'a', source: bytesSource('a', text) }]).open());

test('tells real files apart', async () => {
  expect(sniffType(await zip())).toBe('zip');
  expect(sniffType(await collectBytes(storedZip('a.zip', []).open()))).toBe('zip');
  expect(sniffType(gzipSync(text))).toBe('gzip');
  expect(sniffType(new TextEncoder().encode('%PDF-1.7'))).toBe('pdf');
  expect(sniffType(text)).toBeUndefined();
  expect(sniffType(new Uint8Array())).toBeUndefined();
  expect(extensionFor(await zip())).toBe('.zip');
  expect(extensionFor(text)).toBe('');
});

test('content and extension must agree', async () => {
  expect(typeMismatch('sales.csv', text)).toBeUndefined();
  expect(typeMismatch('retrain.ZIP', await zip())).toBeUndefined();
  expect(typeMismatch('book.xlsx', await zip())).toBeUndefined();
  expect(typeMismatch('sales.csv', await zip())).toBe(
    'is a ZIP file by its content, and its name ends with ".csv"',
  );
  expect(typeMismatch('sales', await zip())).toBe('is a ZIP file by its content');
  expect(typeMismatch('retrain.zip', text)).toBe('ends with ".zip", and its content is no ZIP file');
  expect(typeMismatch('book.xlsx', text)).toBe('ends with ".xlsx", and its content is no ZIP file');
});
