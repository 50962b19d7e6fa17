import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { paths } from './host/paths.ts';
import type { Processes } from './host/processes.ts';
import { UserError } from './user-error.ts';

/**
 * Starts the sandbox as a process of its own and gives what it announces when it is ready: base URLs and keys.
 * @throws {UserError} with what it wrote, when it ends instead
 */
export async function startSandbox<Ready>(
  processes: Processes,
  stateFolder: string,
  signal: AbortSignal,
): Promise<Ready> {
  const child = processes.start(
    process.execPath,
    [
      '--conditions=@modelferry/source',
      paths.sandboxMain,
      '--port',
      '0',
      '--seed',
      '1',
      '--state-dir',
      stateFolder,
    ],
    {
      cwd: paths.root,
      env: { PATH: process.env.PATH, TMPDIR: stateFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let complaints = '';
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (complaints = (complaints + text).slice(-4000)));
  const stdout = child.stdout;
  if (!stdout) throw new Error('The sandbox has no standard output');
  const firstLine = once(createInterface({ input: stdout }), 'line', { signal }) as Promise<[string]>;
  const ended = once(child, 'close', { signal }).then(() => {
    throw new UserError(`The sandbox ended while starting:\n${complaints.trim()}`);
  });
  const [line] = await Promise.race([firstLine, ended]);
  ended.catch(() => undefined);
  return JSON.parse(line) as Ready;
}
