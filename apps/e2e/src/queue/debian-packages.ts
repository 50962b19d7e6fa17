import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, UserError, type Progress, type Processes } from '@modelferry/playground';

const postgresRoot = '/usr/lib/postgresql';
const redisServer = '/usr/bin/redis-server';

/** Where the programs lie that queue mode needs beside n8n. */
export interface Programs {
  readonly redisServer: string;
  /** The folder of `initdb` and `postgres`, which Debian keeps off the path. */
  readonly postgresBin: string;
}

/**
 * Redis and PostgreSQL, from Debian's packages: installed where they are missing and we may.
 * @throws {UserError} with the line that installs them
 */
export async function programs(processes: Processes, progress: Progress): Promise<Programs> {
  const missing = missingPackages();
  if (missing.length > 0) await install(missing, processes, progress);
  const postgresBin = newestPostgres();
  if (postgresBin === undefined || !existsSync(redisServer))
    throw new UserError(`Queue mode needs Redis and PostgreSQL. Install them with:\n  ${aptLine()}`);
  return { redisServer, postgresBin };
}

const missingPackages = (): readonly string[] => [
  ...(existsSync(redisServer) ? [] : ['redis-server']),
  ...(newestPostgres() === undefined ? ['postgresql'] : []),
];

function newestPostgres(): string | undefined {
  const versions = existsSync(postgresRoot) ? readdirSync(postgresRoot).map(Number) : [];
  return versions
    .sort((a, b) => b - a)
    .map((version) => join(postgresRoot, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

async function install(packages: readonly string[], processes: Processes, progress: Progress): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new UserError(`Queue mode needs ${packages.join(' and ')}. Install with:\n  ${aptLine(packages)}`);
  progress.say(`Installing the Debian packages ${packages.join(', ')}`);
  const apt = (purpose: string, args: readonly string[]) =>
    runCommand(processes, {
      purpose,
      command: 'apt-get',
      args,
      cwd: '/',
      // The packages bring services of their own, which we do not want to start
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  await apt('Reading the list of Debian packages', ['update']);
  await apt(`Installing ${packages.join(' and ')}`, [
    'install',
    '-y',
    '--no-install-recommends',
    ...packages,
  ]);
}

const aptLine = (packages: readonly string[] = ['redis-server', 'postgresql']): string =>
  `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
