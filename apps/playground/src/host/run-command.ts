import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { UserError } from '../user-error.ts';
import type { Processes } from './processes.ts';

/** A program to run to its end. */
export interface Command {
  /** What it is for, as the error says it: "installing n8n". */
  readonly purpose: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whom it runs as, which only root may choose. @default whoever we are */
  readonly uid?: number;
  readonly gid?: number;
  /** What it writes that explains nothing when it fails; a pattern with the flag `g`. */
  readonly noise?: RegExp;
  /** Called with every piece of text it writes to either stream. */
  readonly onText?: (text: string) => void;
}

const keptCharacters = 4000;
const neverSaid = /(?!)/g;

/**
 * Runs a program and gives its standard output.
 * @throws {UserError} with the end of what it wrote, when it fails
 */
export async function runCommand(processes: Processes, command: Command): Promise<string> {
  const child = processes.start(command.command, command.args, {
    cwd: command.cwd,
    env: command.env,
    uid: command.uid,
    gid: command.gid,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let tail = '';
  const take = (text: string) => {
    tail = (tail + text).replaceAll(command.noise ?? neverSaid, '').slice(-keptCharacters);
    command.onText?.(text);
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    take(text);
  });
  child.stderr?.setEncoding('utf8').on('data', take);
  const code = await exitCode(child, command);
  if (code !== 0) {
    throw new UserError(`${command.purpose} failed (${command.command} ended with ${code}):\n${tail.trim()}`);
  }
  return stdout;
}

async function exitCode(child: ChildProcess, command: Command): Promise<number | string> {
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    return code ?? signal ?? 'nothing';
  } catch (error) {
    throw new UserError(
      `${command.purpose} needs ${command.command}, which could not be started: ${String(error)}`,
    );
  }
}
