import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command to its end. @returns its stdout @throws Error with its stderr when it fails */
export async function runChild(command: readonly string[], signal: AbortSignal): Promise<string> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (said.stdout += text));
  child.stderr.on('data', (text) => (said.stderr += text));
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new Error(`${program} ended with ${code}: ${said.stderr.trim() || said.stdout.trim()}`);
  return said.stdout;
}
