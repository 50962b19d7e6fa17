import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingTools, missingToolsMessage, systemTools } from '../src/host/system-tools.ts';

test('nothing is missing where every tool is present', () => {
  expect(missingTools(systemTools, () => true)).toEqual([]);
});

test('the message names each missing tool and the one command that brings them all', () => {
  const missing = missingTools(systemTools, (command) => command !== 'g++' && command !== 'make');
  const message = missingToolsMessage(missing);
  expect(message).toMatch(/g\+\+: compiling n8n's SQLite driver/);
  expect(message).toMatch(/apt-get install -y g\+\+ make$/);
});

describe('looking along PATH', () => {
  const before = process.env.PATH;
  const folder = mkdtempSync(join(tmpdir(), 'modelferry-tools-'));
  afterAll(() => {
    process.env.PATH = before;
    rmSync(folder, { recursive: true });
  });

  test('finds programs and overlooks files that cannot be run', () => {
    for (const { command } of systemTools) writeFileSync(join(folder, command), '', { mode: 0o755 });
    process.env.PATH = folder;
    expect(missingTools()).toEqual([]);
    chmodSync(join(folder, 'make'), 0o644);
    // The superuser may run a file as soon as anybody may, which nobody may here
    expect(missingTools().map(({ command }) => command)).toEqual(['make']);
  });
});
