import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const answers = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

export const hasUnzip = answers('unzip', '-v');
export const hasPython = answers('python3', '-c', 'import zipfile');

/** Writes an archive to a temporary file for as long as a tool looks at it. */
export function asFile<T>(archive: Uint8Array, look: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'modelferry-zip-'));
  try {
    const path = join(folder, 'archive.zip');
    writeFileSync(path, archive);
    return look(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `unzip -t` says; throws when it finds anything wrong. */
export const unzipTest = (archive: Uint8Array): string =>
  asFile(archive, (path) => execFileSync('unzip', ['-t', path], { encoding: 'utf8', maxBuffer: 1 << 28 }));

/** Names, sizes and contents (base64, of at most 100 entries) as Python's zipfile reads them, after its own test. */
export function pythonRead(archive: Uint8Array): { name: string; size: number; data: string }[] {
  const script = `
import base64, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps([{'name': i.filename, 'size': i.file_size,
      'data': base64.b64encode(z.read(i)).decode() if n < 100 else ''} for n, i in enumerate(z.infolist())]))`;
  return asFile(archive, (path) =>
    JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8', maxBuffer: 1 << 28 })),
  );
}
