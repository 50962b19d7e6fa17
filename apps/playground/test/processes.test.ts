import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../src/host/is-alive.ts';
import { Processes } from '../src/host/processes.ts';

/** Starts a shell that starts a sleeper in turn, and gives the sleeper's process id. */
async function shellWithChild(processes: Processes, trap = '') {
  const shell = processes.start('sh', ['-c', `${trap} sleep 300 & echo $!; wait`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [text] = (await once(shell.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { shell, grandchild: Number(text.toString()) };
}

/** Whether a process has ended, be it that nobody has collected it yet. */
function hasEnded(pid: number): boolean {
  if (!isAlive(pid)) return true;
  return existsSync('/proc') && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

async function isGone(pid: number): Promise<boolean> {
  for (let look = 0; look < 100 && !hasEnded(pid); look++) await sleep(20);
  return hasEnded(pid);
}

test('stopping a process stops what it has started in turn', async () => {
  const processes = new Processes();
  const { shell, grandchild } = await shellWithChild(processes);
  await processes.stop(shell, 2000);
  expect(shell.signalCode).toBe('SIGTERM');
  expect(await isGone(grandchild)).toBe(true);
});

test('a process that will not end is forced to', async () => {
  const processes = new Processes();
  const { shell, grandchild } = await shellWithChild(processes, "trap '' TERM;");
  await processes.stopAll(100);
  expect(shell.signalCode).toBe('SIGKILL');
  expect(await isGone(grandchild)).toBe(true);
});

test('what an ended process left behind ends with it', async () => {
  const processes = new Processes();
  const shell = processes.start('sh', ['-c', 'sleep 300 >/dev/null & echo $!'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [text] = (await once(shell.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  expect(await isGone(Number(text.toString()))).toBe(true);
});

test('stopping what has ended already is no error', async () => {
  const processes = new Processes();
  const child = processes.start('true', [], { stdio: 'ignore' });
  await once(child, 'exit');
  await expect(processes.stop(child, 100)).resolves.toBeUndefined();
});

test('one that is killed is not asked first, and takes along what it has started', async () => {
  const processes = new Processes();
  const { shell, grandchild } = await shellWithChild(processes, "trap 'exit 0' TERM;");
  await processes.kill(shell);
  expect(shell.signalCode).toBe('SIGKILL');
  expect(await isGone(grandchild)).toBe(true);
  await expect(processes.kill(shell)).resolves.toBeUndefined();
});
