import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, ownedFolder, runCommand, type Stage } from '@modelferry/playground';
import { waitFor } from '../wait-for.ts';
import { accepts } from './accepts.ts';
import { idsOf, type UnixIds } from './unix-ids.ts';

/** A PostgreSQL server of ours, with its data in a temporary folder. */
export interface Postgres {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly pid: number | undefined;
  readonly stop: () => Promise<void>;
}

const startLimitMs = 30_000;
const user = 'n8n';

/** Starts PostgreSQL on loopback. It refuses to run as root, and then runs as the user that its package made. */
export async function startPostgres(stage: Stage, postgresBin: string): Promise<Postgres> {
  const { processes } = stage;
  const folder = await ownedFolder(tmpdir(), 'modelferry-postgres');
  stage.closeLater(() => rm(folder, { recursive: true, force: true }));
  return start(folder);

  async function start(parent: string): Promise<Postgres> {
    const ids = await idsOf('postgres', processes);
    const data = join(parent, 'data');
    const passwordFile = join(parent, 'password');
    const password = randomBytes(16).toString('hex');
    await mkdir(data, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (ids) for (const path of [parent, data, passwordFile]) await chown(path, ids.uid, ids.gid);

    const access = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, `--username=${user}`];
    await runCommand(processes, {
      purpose: 'Making a PostgreSQL database',
      command: join(postgresBin, 'initdb'),
      args: ['-D', data, '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync', ...access],
      cwd: parent,
      env: { PATH: process.env.PATH },
      ...ids,
    });
    const port = await freePort();
    const child = run(parent, data, port, ids);
    await waitFor('PostgreSQL', startLimitMs, () => accepts(port));
    return {
      ...{ port, user, password, database: 'postgres', pid: child.pid },
      async stop() {
        // "Fast": a server that is asked politely waits for its clients to go
        if (child.exitCode === null && child.signalCode === null) {
          const ended = once(child, 'exit');
          child.kill('SIGINT');
          await ended;
        }
      },
    };
  }

  function run(parent: string, data: string, port: number, ids: UnixIds | undefined): ChildProcess {
    const log = openSync(join(parent, 'postgres.log'), 'a');
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const child = processes.start(
      join(postgresBin, 'postgres'),
      ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
      { cwd: parent, env: { PATH: process.env.PATH }, stdio: ['ignore', log, log], ...ids },
    );
    closeSync(log);
    return child;
  }
}
