import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild } from './run-child.ts';

/** The programs in C: the receiver, the limit of what can be sent, the sender of a file, and the one that measures. */
export type NativeProgram = 'sink' | 'sender' | 'server' | 'measure';

/** Compiles one of the programs, once for each folder. @returns its path */
export async function nativeProgram(
  name: NativeProgram,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const program = join(folder, name);
  if (await exists(program)) return program;
  const source = join(import.meta.dirname, '..', '..', 'native', `${name}.c`);
  try {
    await runChild(['cc', '-O2', '-pthread', '-o', program, source], signal);
  } catch (error) {
    throw new Error('The benchmarks need a C compiler: apt-get install gcc libc6-dev', { cause: error });
  }
  return program;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
