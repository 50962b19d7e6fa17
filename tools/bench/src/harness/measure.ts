import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchContext } from './bench.ts';
import { nativeProgram } from './native.ts';
import { runChild } from './run-child.ts';

/** What a whole process cost, from its start to its end, by the kernel's accounting. */
export interface Measurement {
  readonly wallMs: number;
  readonly userMs: number;
  readonly systemMs: number;
  /** Highest resident set. */
  readonly peakBytes: number;
  readonly exitCode: number;
}

/** Runs a command and measures it. @throws Error when it fails */
export async function measure(
  { folder, signal }: BenchContext,
  command: readonly string[],
): Promise<Measurement> {
  const program = await nativeProgram('measure', folder, signal);
  const file = join(folder, 'measurement.json');
  await runChild([program, file, ...command], signal);
  const measured = JSON.parse(await readFile(file, 'utf8')) as Measurement;
  if (measured.exitCode !== 0) throw new Error(`${command[0]} ended with ${measured.exitCode}.`);
  return measured;
}
