import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SandboxDescription } from '@modelferry/sandbox';
import type { BenchContext } from '../harness/index.ts';

const program = join(import.meta.dirname, '../../../../apps/sandbox/src/main.ts');
/** Jobs are done as soon as somebody looks: what is measured is the data's way, not the waiting. */
const timeScale = 60_000;
const startTimeoutMs = 30_000;

/** The vendors, in a process of their own, so that what they need is not mistaken for what an action needs. */
export interface SandboxProcess {
  readonly description: SandboxDescription;
  /** Asks the control server: `state`, `requests`. */
  ask<T>(what: string): Promise<T>;
  /** Highest resident set so far. */
  peakBytes(): Promise<number>;
  close(): Promise<void>;
}

/** Starts the sandbox; its files lie in the folder of the bench. @throws Error when it does not start */
export async function startSandboxProcess({ folder, signal }: BenchContext): Promise<SandboxProcess> {
  const args = ['--conditions=@modelferry/source', program];
  const flags = ['--time-scale', String(timeScale), '--state-dir', join(folder, 'sandbox')];
  const child = spawn(process.execPath, [...args, ...flags], { stdio: ['ignore', 'pipe', 'pipe'], signal });
  child.on('error', () => undefined); // An abort; whoever waits for the ready line hears of it
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const late = setTimeout(() => child.kill('SIGKILL'), startTimeoutMs);
  const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  clearTimeout(late);
  if (done) throw new Error(`The sandbox did not start: ${said}`);
  const description = JSON.parse(value) as SandboxDescription;
  return {
    description,
    async ask<T>(what: string) {
      const answer = await fetch(`${description.control}/${what}`, { signal });
      return (await answer.json()) as T;
    },
    async peakBytes() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    },
    async close() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
