import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { BenchContext } from './bench.ts';
import { nativeProgram, type NativeProgram } from './native.ts';

/** A program in C that listens on the loopback until it is closed. */
export interface NativeService {
  readonly port: number;
  readonly url: string;
  /** What it says next on its stdout; waits for it. @throws Error after five seconds */
  nextLine(): Promise<string>;
  close(): Promise<void>;
}

/** Starts a program in C that says its port in its first line. */
export async function startNative(
  { folder, signal }: BenchContext,
  name: NativeProgram,
  args: readonly string[],
): Promise<NativeService> {
  const program = await nativeProgram(name, folder, signal);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], signal });
  child.on('error', () => undefined); // An abort; whoever waits for its lines hears of it
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`The ${name} was silent for five seconds.`)), 5_000).unref();
    });
    const { value, done } = await Promise.race([lines.next(), late]);
    if (done) throw new Error(`The ${name} has ended.`);
    return value;
  };
  const port = Number(await nextLine());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    nextLine,
    close: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
