import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../host/free-port.ts';
import type { Processes } from '../host/processes.ts';
import type { Progress } from '../host/progress.ts';
import { UserError } from '../user-error.ts';
import { n8nEnvironment, type N8nSettings } from './n8n-environment.ts';
import type { N8nInstall } from './n8n-install.ts';

const startLimitMs = 180_000;
const stopGraceMs = 6000;

/** A running n8n on 127.0.0.1. */
export class N8nServer {
  readonly url: string;
  readonly #settings: N8nSettings;
  readonly #install: N8nInstall;
  readonly #processes: Processes;
  readonly #progress: Progress;
  #child: ChildProcess | undefined;

  private constructor(install: N8nInstall, settings: N8nSettings, processes: Processes, progress: Progress) {
    this.url = `http://127.0.0.1:${settings.port}`;
    this.#install = install;
    this.#settings = settings;
    this.#processes = processes;
    this.#progress = progress;
  }

  /** Chooses free ports and a key; {@link start} starts it. @param more variables of its environment */
  static async prepare(
    install: N8nInstall,
    userFolder: string,
    preferredPort: number,
    processes: Processes,
    progress: Progress,
    more?: N8nSettings['more'],
  ): Promise<N8nServer> {
    await mkdir(join(userFolder, 'tmp'), { recursive: true });
    const port = await freePort(preferredPort);
    if (port !== preferredPort) progress.say(`Port ${preferredPort} is busy: the editor takes ${port}`);
    const settings = {
      userFolder,
      port,
      brokerPort: await freePort(),
      encryptionKey: randomBytes(24).toString('hex'),
      more,
    };
    return new N8nServer(install, settings, processes, progress);
  }

  /** Of the process that runs now. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** The file that everything n8n prints goes to. */
  get logFile(): string {
    return join(this.#settings.userFolder, 'n8n.log');
  }

  /** Starts n8n and waits until it answers. */
  async start(signal: AbortSignal): Promise<void> {
    const log = openSync(this.logFile, 'a');
    this.#child = this.#processes.start(
      process.execPath,
      [join(this.#install.folder, 'node_modules', 'n8n', 'bin', 'n8n'), 'start'],
      { cwd: this.#settings.userFolder, env: n8nEnvironment(this.#settings), stdio: ['ignore', log, log] },
    );
    closeSync(log);
    await this.#isUp(this.#child, signal);
  }

  async stop(): Promise<void> {
    if (this.#child) await this.#processes.stop(this.#child, stopGraceMs);
    this.#child = undefined;
  }

  /** Ends it as a power cut would: nothing is finished, nothing is saved. */
  async kill(): Promise<void> {
    if (this.#child) await this.#processes.kill(this.#child);
    this.#child = undefined;
  }

  async #isUp(child: ChildProcess, signal: AbortSignal): Promise<void> {
    const startedAtMs = performance.now();
    // /healthz answers before the migrations are done; this does not
    while (!(await answers(`${this.url}/rest/settings`, signal))) {
      const elapsedMs = performance.now() - startedAtMs;
      if (child.exitCode !== null || child.signalCode !== null) throw this.#failure('ended while starting');
      if (elapsedMs > startLimitMs) throw this.#failure(`did not answer within ${startLimitMs / 1000} s`);
      this.#progress.tick(`Starting n8n: ${Math.round(elapsedMs / 1000)} s so far`);
      await sleep(250, undefined, { signal });
    }
  }

  #failure(what: string): UserError {
    const tail = readFileSync(this.logFile, 'utf8').split('\n').slice(-30).join('\n');
    return new UserError(`n8n ${what}. The end of its log:\n${tail}`);
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]) });
    const { data } = (await answer.json()) as { data?: unknown };
    return answer.ok && data !== undefined;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
