import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownedFolder } from '../host/owned-folder.ts';
import { paths } from '../host/paths.ts';
import type { Progress } from '../host/progress.ts';
import type { Processes } from '../host/processes.ts';
import { runCommand } from '../host/run-command.ts';
import { missingTools, missingToolsMessage, compilers } from '../host/system-tools.ts';
import { UserError } from '../user-error.ts';
import { buildSqlite } from './build-sqlite.ts';
import { installStamp, isStampedAs, type InstallStamp } from './install-stamp.ts';
import { sqlitePrebuiltIsReachable } from './sqlite-prebuilt.ts';

/** An n8n on disk that is ready to start. */
export interface N8nInstall {
  readonly version: string;
  /** The folder that holds its node_modules. */
  readonly folder: string;
}

const stampFile = 'modelferry-stamp.json';

/** The pinned n8n: found in the cache, or installed there, which takes minutes. */
export async function n8nInstall(
  processes: Processes,
  progress: Progress,
  signal: AbortSignal,
): Promise<N8nInstall> {
  const manifest = readFileSync(join(paths.n8nManifest, 'package.json'), 'utf8');
  const lock = readFileSync(join(paths.n8nManifest, 'package-lock.json'), 'utf8');
  const { version } = JSON.parse(lock).packages['node_modules/n8n'] as { version: string };
  const folder = join(paths.cache, `n8n-${version}`);
  const stamp = installStamp(manifest + lock);
  if (isStampedAs(stampIn(folder), stamp)) {
    progress.say(`n8n ${version} is installed already`);
    return { version, folder };
  }
  await refuseWithoutCompilers(signal);
  progress.say(`Installing n8n ${version} into .cache, once: about 2,400 packages and 3 GB, some minutes`);
  // Made beside its place and moved there when whole, so that an interrupted install is never taken for a good one
  await mkdir(paths.cache, { recursive: true });
  const part = await ownedFolder(paths.cache, 'n8n-part');
  try {
    await install(part, stamp, { processes, progress, signal });
    signal.throwIfAborted();
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  progress.say(`n8n ${version} is installed`);
  return { version, folder };
}

interface Tools {
  readonly processes: Processes;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function install(
  part: string,
  stamp: InstallStamp,
  { processes, progress, signal }: Tools,
): Promise<void> {
  for (const file of ['package.json', 'package-lock.json'])
    await cp(join(paths.n8nManifest, file), join(part, file));
  const startedAtMs = performance.now();
  let fetched = 0;
  const tick = () => {
    const seconds = Math.round((performance.now() - startedAtMs) / 1000);
    progress.tick(
      `npm ci for n8n: ${seconds} s so far${fetched > 0 ? `, ${fetched} packages downloaded` : ''}`,
    );
  };
  const ticker = setInterval(tick, 1000);
  try {
    await runCommand(processes, {
      purpose: 'Installing n8n',
      command: 'npm',
      // Of the packages' own install scripts only the one of SQLite is needed, and it has its own step
      args: ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'],
      cwd: part,
      env: process.env,
      noise: /^npm http .*\n/gm,
      onText: (text) => (fetched += text.match(/http fetch GET 200 \S+\.tgz/g)?.length ?? 0),
    });
  } finally {
    clearInterval(ticker);
  }
  signal.throwIfAborted();
  await buildSqlite(part, { processes, progress });
  await writeFile(join(part, stampFile), JSON.stringify(stamp));
}

async function refuseWithoutCompilers(signal: AbortSignal): Promise<void> {
  const missing = missingTools(compilers);
  if (missing.length > 0 && !(await sqlitePrebuiltIsReachable(signal))) {
    throw new UserError(missingToolsMessage(missing));
  }
}

function stampIn(folder: string): string | undefined {
  const file = join(folder, stampFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
