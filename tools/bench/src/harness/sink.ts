import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { BenchContext } from './bench.ts';
import { nativeProgram } from './native.ts';

/** A request as the sink saw it. */
export interface Received {
  readonly method: string;
  readonly bytes: number;
  /** CRC-32 of the body, from a sink that counts it. */
  readonly crc?: number;
}

/** A receiver on the loopback that throws bodies away. */
export interface Sink {
  readonly port: number;
  readonly url: string;
  /** The next request that came, in the order in which they ended; waits for it. @throws Error after five seconds */
  next(): Promise<Received>;
  close(): Promise<void>;
}

/** Starts the sink. With `crc` it reads what it gets, to prove the contents; without, the kernel discards it. */
export async function startSink({ folder, signal }: BenchContext, { crc = false } = {}): Promise<Sink> {
  const program = await nativeProgram('sink', folder, signal);
  const child = spawn(program, crc ? ['--crc'] : [], { stdio: ['ignore', 'pipe', 'inherit'], signal });
  child.on('error', () => undefined); // An abort; whoever waits for the sink hears of it
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('The sink heard of no request for five seconds.')), 5_000).unref();
    });
    const { value, done } = await Promise.race([lines.next(), late]);
    if (done) throw new Error('The sink has ended.');
    return value;
  };
  const port = Number(await nextLine());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    next: async () => JSON.parse(await nextLine()) as Received,
    close: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
