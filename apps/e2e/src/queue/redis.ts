import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, type Stage } from '@modelferry/playground';
import { waitFor } from '../wait-for.ts';
import { accepts } from './accepts.ts';

const startLimitMs = 10_000;
const stopGraceMs = 10_000;

/** A Redis server of ours that keeps what it holds over a restart. */
export class Redis {
  readonly port: number;
  readonly password: string;
  readonly #stage: Stage;
  readonly #program: string;
  readonly #folder: string;
  #child: ChildProcess | undefined;

  private constructor(stage: Stage, program: string, port: number) {
    this.#stage = stage;
    this.#program = program;
    this.#folder = join(stage.folder, `redis-${port}`);
    this.port = port;
    this.password = randomBytes(16).toString('hex');
  }

  static async start(stage: Stage, program: string): Promise<Redis> {
    const redis = new Redis(stage, program, await freePort());
    await mkdir(redis.#folder);
    await redis.start();
    return redis;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    const file = join(this.#folder, 'redis.conf');
    const settings = {
      bind: '127.0.0.1',
      port: this.port,
      dir: this.#folder,
      appendonly: 'yes',
      requirepass: this.password,
      logfile: 'redis.log',
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
    // In a file, since every user of the machine can read the arguments of a process
    await writeFile(file, lines.join('\n'), { mode: 0o600 });
    this.#child = this.#stage.processes.start(this.#program, [file], {
      ...{ cwd: this.#folder, env: { PATH: process.env.PATH }, stdio: 'ignore' },
    });
    await waitFor('Redis', startLimitMs, () => accepts(this.port));
  }

  async stop(): Promise<void> {
    if (this.#child) await this.#stage.processes.stop(this.#child, stopGraceMs);
    this.#child = undefined;
  }
}
