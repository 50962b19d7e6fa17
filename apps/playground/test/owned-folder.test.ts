import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ownedFolder } from '../src/host/owned-folder.ts';

test('folders of owners that are gone are removed, and those of living ones and of others stay', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'modelferry-owned-'));
  try {
    const gone = spawnSync('true').pid;
    const living = `ours-${process.ppid}-abc`;
    for (const name of [`ours-${gone}-abc`, living, `theirs-${gone}-abc`, 'ours-abc']) {
      mkdirSync(join(parent, name, 'inside'), { recursive: true });
    }
    const folder = await ownedFolder(parent, 'ours');
    expect(basename(folder)).toMatch(new RegExp(`^ours-${process.pid}-\\w+$`));
    expect(readdirSync(parent).sort()).toEqual(
      [basename(folder), living, 'ours-abc', `theirs-${gone}-abc`].sort(),
    );
  } finally {
    rmSync(parent, { recursive: true });
  }
});
