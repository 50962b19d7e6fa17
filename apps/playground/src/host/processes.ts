import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Every process the playground starts, each as the leader of a group of its own, so that stopping one stops what it
 * started in turn and Ctrl-C in the terminal reaches nobody but us.
 */
export class Processes {
  readonly #running = new Set<ChildProcess>();

  start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(command, args, { ...options, detached: true });
    this.#running.add(child);
    // The leader may be gone while members of its group live on: those are killed with it
    child.once('exit', () => {
      signalGroup(child, 'SIGKILL');
      this.#running.delete(child);
    });
    child.once('error', () => this.#running.delete(child));
    return child;
  }

  /** Asks one process to end, and forces it to after `graceMs`. */
  async stop(child: ChildProcess, graceMs: number): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, 'exit');
    signalGroup(child, 'SIGTERM');
    const timer = new AbortController();
    await Promise.race([ended, sleep(graceMs, undefined, { signal: timer.signal })]);
    timer.abort();
    if (child.exitCode === null && child.signalCode === null) signalGroup(child, 'SIGKILL');
    await ended;
  }

  /** Ends one process without asking it. */
  async kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, 'exit');
    signalGroup(child, 'SIGKILL');
    await ended;
  }

  async stopAll(graceMs: number): Promise<void> {
    await Promise.all([...this.#running].map((child) => this.stop(child, graceMs)));
  }

  /** The last resort, for when there is no time to wait. */
  killAll(): void {
    for (const child of this.#running) signalGroup(child, 'SIGKILL');
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone, which is what was wanted
  }
}
