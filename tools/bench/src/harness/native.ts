import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild } from './run-child.ts';

/**
 * The programs in C: the receiver and the limit of what can be sent, both in the clear and over TLS, the sender of a
 * file, and the one that measures.
 */
export type NativeProgram = 'sink' | 'sink-tls' | 'sender' | 'sender-tls' | 'server' | 'measure';

/** Compiles one of the programs, once for each folder. @returns its path */
export async function nativeProgram(
  name: NativeProgram,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const program = join(folder, name);
  if (await exists(program)) return program;
  const isTls = name.endsWith('-tls');
  const source = join(import.meta.dirname, '..', '..', 'native', `${name.replace('-tls', '')}.c`);
  const tls = isTls ? ['-DWITH_TLS', '-lssl', '-lcrypto'] : [];
  try {
    await runChild(['cc', '-O2', '-pthread', '-o', program, source, ...tls], signal);
  } catch (error) {
    const needed = isTls
      ? 'the headers of OpenSSL: apt-get install libssl-dev'
      : 'a C compiler: apt-get install gcc libc6-dev';
    throw new Error(`The benchmarks need ${needed}`, { cause: error });
  }
  return program;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
