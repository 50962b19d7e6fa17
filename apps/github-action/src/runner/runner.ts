import { appendFileSync } from 'node:fs';
import type { Environment } from '../inputs/input-text.ts';
import { commandLine, type CommandProperties } from './command.ts';
import { fileEntry } from './file-entry.ts';

/** The runner that has started this process, as far as it can be told something. */
export interface Runner {
  readonly env: Environment;
  /** Whether the user has asked for debug lines. */
  readonly isDebug: boolean;
  /** Prints a line as it is: it must hold nothing that the runner could take for a command. */
  print(line: string): void;
  command(name: string, data?: string, properties?: CommandProperties): void;
  setOutput(name: string, value: string): void;
  /** Kept for the post step, also when this process is killed right after. */
  saveState(name: string, value: string): void;
  addSummary(markdown: string): void;
}

/**
 * Speaks the runner's protocol: commands on stdout, entries in files. A file that is not there, on old servers and outside of
 * a runner, is no reason to fail: what would stand in it is not told.
 */
export function openRunner(env: Environment, write: (text: string) => void): Runner {
  const append = (file: string, text: string) => {
    const path = env[file];
    if (path === undefined || path === '') return;
    try {
      appendFileSync(path, text);
    } catch (error) {
      // A job may run already: what cannot be written down must not end the step
      write(`${file} could not be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}\n`);
    }
  };
  return {
    env,
    isDebug: env['RUNNER_DEBUG'] === '1',
    print: (line) => write(`${line}\n`),
    command: (name, data, properties) => write(`${commandLine(name, data, properties)}\n`),
    setOutput: (name, value) => append('GITHUB_OUTPUT', fileEntry(name, value)),
    saveState: (name, value) => append('GITHUB_STATE', fileEntry(name, value)),
    addSummary: (markdown) => append('GITHUB_STEP_SUMMARY', markdown),
  };
}
