import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realpathSync } from 'node:fs';
import type { Progress } from '../host/progress.ts';
import type { Processes } from '../host/processes.ts';
import { runCommand } from '../host/run-command.ts';

/**
 * Brings SQLite's driver: its install script takes a ready-made one where that can be downloaded, and else compiles.
 * A ready-made driver may want a newer C library than this machine's, so it is tried, and compiled when it fails.
 */
export async function buildSqlite(
  folder: string,
  tools: { readonly processes: Processes; readonly progress: Progress },
): Promise<void> {
  await rebuild(folder, tools, {});
  if (await works(folder, tools.processes)) return;
  tools.progress.say('The ready-made SQLite driver does not run here: compiling one');
  await rebuild(folder, tools, { npm_config_build_from_source: 'true' });
  await proves(folder, tools.processes);
}

async function rebuild(
  folder: string,
  { processes, progress }: { readonly processes: Processes; readonly progress: Progress },
  extra: NodeJS.ProcessEnv,
): Promise<void> {
  const startedAtMs = performance.now();
  const tick = () => {
    progress.tick(`SQLite driver of n8n: ${Math.round((performance.now() - startedAtMs) / 1000)} s so far`);
  };
  const ticker = setInterval(tick, 1000);
  try {
    await runCommand(processes, {
      purpose: "Building n8n's SQLite driver",
      command: 'npm',
      args: ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'],
      cwd: folder,
      env: { ...process.env, ...nodeHeaders(), ...extra },
    });
  } finally {
    clearInterval(ticker);
  }
}

/** The headers that lie beside the Node.js we run on spare the compiler a download. */
function nodeHeaders(): NodeJS.ProcessEnv {
  const tree = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(tree, 'include', 'node', 'node_api.h')) ? { npm_config_nodedir: tree } : {};
}

async function works(folder: string, processes: Processes): Promise<boolean> {
  return proves(folder, processes).then(
    () => true,
    () => false,
  );
}

async function proves(folder: string, processes: Processes): Promise<void> {
  const script = "new (require('sqlite3').Database)(':memory:', (e) => { if (e) throw e; })";
  await runCommand(processes, {
    purpose: "Trying n8n's SQLite driver",
    command: process.execPath,
    args: ['-e', script],
    cwd: folder,
    env: { PATH: process.env.PATH },
  });
}
