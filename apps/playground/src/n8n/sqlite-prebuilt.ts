import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../host/paths.ts';

/** Whether the ready-made SQLite driver can be downloaded from here: then no compiler is needed. */
export async function sqlitePrebuiltIsReachable(signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(prebuiltUrl(), {
      method: 'HEAD',
      signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]),
    });
    return answer.ok;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

/** Where sqlite3's install script looks for it. */
function prebuiltUrl(): string {
  const lock = JSON.parse(readFileSync(join(paths.n8nManifest, 'package-lock.json'), 'utf8'));
  const { version } = lock.packages['node_modules/sqlite3'] as { version: string };
  const file = `sqlite3-v${version}-napi-v6-${process.platform}-${process.arch}.tar.gz`;
  return `https://github.com/TryGhost/node-sqlite3/releases/download/v${version}/${file}`;
}
