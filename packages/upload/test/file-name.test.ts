import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { checkFileName, safeFileName } from '../src/index.ts';

test.each(['sales.csv', '売上 データ.csv', "O'Brien (1).csv", 'é.tsv', '.hidden', 'a'.repeat(255)])(
  '%j is fine',
  (name) => {
    expect(checkFileName(name)).toBeUndefined();
    if (!name.startsWith('.')) expect(safeFileName(name)).toBe(name);
  },
);

test.each([
  ['', /empty/],
  ['  ', /empty/],
  ['a/b.csv', /slash/],
  ['a\\b.csv', /slash/],
  ['a\r\nb.csv', /line break/],
  ['a\u0000b', /control/],
  ['\uFEFFa.csv', /invisible/],
  ['a\u202Evsc.exe', /invisible/],
  ['..', /no file name/],
  ['\uD800.csv', /Unicode/],
  ['日'.repeat(86), /255 bytes/],
])('%j is refused', (name, problem) => {
  expect(checkFileName(name)).toMatch(problem);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\x.csv', 'x.csv'],
  ['..', 'download'],
  ['', 'download'],
  ['/', 'download'],
  ['a\u0000b\n.csv', 'a_b_.csv'],
  ['a:b?.csv', 'a_b_.csv'],
  ['NUL.csv', '_NUL.csv'],
  ['.bashrc', 'bashrc'],
  ['result.csv. .', 'result.csv'],
  [`${'日'.repeat(200)}.csv`, `${'日'.repeat(83)}.csv`],
  [`${'a'.repeat(254)} b`, 'a'.repeat(254)],
])('makes %j safe: %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('whatever a server sends, the name is one that stays where it is put', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('.', '/', '\\', ':', ' ', '\0', '\n', 'a', '日', '\uD800', '\u202E', '~'),
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 300, size: 'max' })), (name) => {
      const safe = safeFileName(name);
      expect(checkFileName(safe)).toBeUndefined();
      expect(posix.basename(safe)).toBe(safe);
      expect(win32.basename(safe)).toBe(safe);
      expect(posix.join('/downloads', safe)).toBe(`/downloads/${safe}`);
      expect(safeFileName(safe)).toBe(safe);
    }),
    { numRuns: 1000 },
  );
});

test('a name of any length is made safe in time', () => {
  const startedAt = performance.now();
  for (const letter of ['x', ' ', '.', '日', '\0', '\ud800', 'a.']) {
    const safe = safeFileName(`${letter.repeat(200_000)}b.csv`);
    expect(checkFileName(safe)).toBeUndefined();
    expect(safe).toMatch(/\.csv$/);
  }
  expect(performance.now() - startedAt).toBeLessThan(500);
});
