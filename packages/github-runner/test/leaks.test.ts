import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { runAction } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

const leave = (stdio: string) => `
  import { spawn } from 'node:child_process';
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: '${stdio}', detached: true });
  child.unref();
  console.log(child.pid);`;

/** What has ended and waits for its parent to notice has no command line any more. */
const isAlive = async (pid: number) => (await readFile(`/proc/${pid}/cmdline`).catch(() => '')).length > 0;

test.each(['ignore', 'inherit'])('A process left behind (stdio %s) is killed and reported', async (stdio) => {
  const actionDir = await testAction({ main: leave(stdio) });
  const { main } = await runAction({ actionDir, patience: { pipesMs: 200 } });
  const pid = Number(main.lines.at(-1)?.text);
  expect(main.leaks).toEqual([{ pid, command: expect.stringContaining('setInterval') }]);
  expect(main.outcome).toBe('success');
  for (let tries = 0; (await isAlive(pid)) && tries < 50; tries++) await wait(20);
  expect(await isAlive(pid)).toBe(false);
});

const late = (env: string, ms: number) => `
  import { spawn } from 'node:child_process';
  const program = "setTimeout(() => console.log('late'), ${ms})";
  spawn(process.execPath, ['-e', program], { stdio: 'inherit', detached: true, env: ${env} }).unref();`;

test('A process that holds the pipes is waited for, and what it says is heard', async () => {
  const actionDir = await testAction({ main: late('env', 600) });
  const { main } = await runAction({ actionDir });
  expect(main.lines.at(-1)?.text).toBe('late');
  expect(main.leaks).toEqual([]);
});

test('One that cannot be found and holds the pipes for too long is reported', async () => {
  const actionDir = await testAction({ main: `process.stdout.write('unfinished');${late('{}', 1_000)}` });
  const { main } = await runAction({ actionDir, patience: { pipesMs: 100 } });
  expect(main.leaks).toEqual([{ command: 'a process that holds the pipes of the stage' }]);
  expect(main.lines.at(-1)?.text).toBe('unfinished');
});
