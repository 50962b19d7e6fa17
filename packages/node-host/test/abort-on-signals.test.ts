import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const script = `
  import { abortOnSignals } from '@modelferry/node-host';
  const { signal, release } = abortOnSignals('retrain');
  const waiting = setInterval(() => undefined, 1000);
  signal.addEventListener('abort', () => {
    process.stdout.write(signal.reason.code + ': ' + signal.reason.message);
    if (!process.env.HANGS) clearInterval(waiting);
  });
  process.stdout.write('ready');`;

async function start(env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--conditions=@modelferry/source', '--input-type=module', '--eval', script],
    {
      cwd: join(__dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'], ...env },
    },
  );
  const said = async () => String((await once(child.stdout, 'data'))[0]);
  expect(await said()).toBe('ready');
  return { child, said, exit: once(child, 'exit') };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'aborts on %s and lets the process end by itself',
  async (name) => {
    const { child, said, exit } = await start();
    const heard = said();
    child.kill(name);
    expect(await heard).toBe('cancelled: Stopped on request while trying to retrain.');
    expect(await exit).toEqual([0, null]);
  },
);

test('ends the process at the second signal', async () => {
  const { child, said, exit } = await start({ HANGS: '1' });
  const heard = said();
  child.kill('SIGINT');
  await heard;
  child.kill('SIGINT');
  expect(await exit).toEqual([null, 'SIGINT']);
});
