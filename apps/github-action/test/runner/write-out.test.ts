import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOut } from '../../src/runner/write-out.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modelferry-write-out-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a text has been written when the call returns, whole and in order', () => {
  const path = join(folder, 'out');
  const fd = openSync(path, 'w');
  try {
    writeOut('größer\n'.repeat(20_000), fd);
    writeOut('last\n', fd);
    expect(readFileSync(path, 'utf8')).toBe(`${'größer\n'.repeat(20_000)}last\n`);
  } finally {
    closeSync(fd);
  }
});

test('nobody to write to is no reason to fail', () => {
  const fd = openSync(join(folder, 'closed'), 'w');
  closeSync(fd);
  expect(() => writeOut('lost\n', fd)).not.toThrow();
});
