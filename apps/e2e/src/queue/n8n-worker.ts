import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, n8nEnvironment, UserError, type N8nInstall, type Stage } from '@modelferry/playground';
import { waitFor } from '../wait-for.ts';

const startLimitMs = 120_000;

/** What a worker is started with. */
export interface WorkerSettings {
  readonly name: string;
  readonly install: N8nInstall;
  /** That of the main process: the node packages lie in it. */
  readonly userFolder: string;
  /** The environment that it shares with the main process. */
  readonly shared: Readonly<Record<string, string>>;
  /** How many executions it runs at once. */
  readonly concurrency: number;
}

/** A worker of n8n's queue mode. */
export class N8nWorker {
  readonly name: string;
  readonly logFile: string;
  readonly #stage: Stage;
  readonly #settings: WorkerSettings;
  #child: ChildProcess | undefined;

  constructor(stage: Stage, settings: WorkerSettings) {
    this.name = settings.name;
    this.logFile = join(settings.userFolder, `${settings.name.replaceAll(' ', '-')}.log`);
    this.#stage = stage;
    this.#settings = settings;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it takes work. */
  async start(): Promise<void> {
    const { install, userFolder, shared, concurrency } = this.#settings;
    const healthPort = await freePort();
    const environment = n8nEnvironment({
      ...{ userFolder, port: healthPort, brokerPort: await freePort(), encryptionKey: '' },
      more: {
        ...shared,
        QUEUE_HEALTH_CHECK_ACTIVE: 'true',
        QUEUE_HEALTH_CHECK_PORT: String(healthPort),
        N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
      },
    });
    const log = openSync(this.logFile, 'a');
    const bin = join(install.folder, 'node_modules', 'n8n', 'bin', 'n8n');
    const child = this.#stage.processes.start(
      process.execPath,
      [bin, 'worker', `--concurrency=${concurrency}`],
      { cwd: userFolder, env: environment, stdio: ['ignore', log, log] },
    );
    closeSync(log);
    this.#child = child;
    await waitFor(`The ${this.name}`, startLimitMs, async () => {
      if (child.exitCode !== null || child.signalCode !== null) throw this.#ended();
      return isReady(healthPort);
    });
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    if (this.#child) await this.#stage.processes.kill(this.#child);
    this.#child = undefined;
  }

  #ended(): UserError {
    const tail = readFileSync(this.logFile, 'utf8').split('\n').slice(-30).join('\n');
    return new UserError(`The ${this.name} ended while starting. The end of its log:\n${tail}`);
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${port}/healthz/readiness`;
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
