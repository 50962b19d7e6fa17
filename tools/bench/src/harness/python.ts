import type { Contestant } from './rounds.ts';
import { runChild } from './run-child.ts';

/** What a script in Python, with the package `requests`, can be told to do. */
export interface PythonScript {
  readonly name: string;
  /** `sys` and `requests` are imported. */
  readonly script: string;
  readonly args: readonly string[];
}

/** A contestant in Python, where Python and its package `requests` are installed; else none. */
export async function pythonContestant(
  { name, script, args }: PythonScript,
  signal: AbortSignal,
): Promise<readonly Contestant[]> {
  const python = (code: string) => ['python3', '-c', `import sys, requests\n${code}`];
  const there = await runChild(python(''), signal).then(
    () => true,
    () => false,
  );
  return there ? [{ name, command: [...python(script), ...args] }] : [];
}
