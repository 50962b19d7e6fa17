import { runAction, runnerPatience } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

const patience = { interruptMs: 150, terminateMs: 100, pipesMs: 500 };
const stay = 'setInterval(() => {}, 1000);';
const deaf = (...signals: string[]) =>
  `${signals.map((signal) => `process.on('${signal}', () => console.log('${signal}'));`).join(' ')} console.log('ready'); ${stay}`;
const ready = { atLine: /^ready$/ };
const names = (signals: readonly { signal: string }[]) => signals.map(({ signal }) => signal);

test('The patience is the runner’s unless a test shortens it', () => {
  expect(runnerPatience).toEqual({ interruptMs: 7_500, terminateMs: 2_500, pipesMs: 5_000 });
});

test('A process that ends at SIGINT gets no more, and is cancelled whatever its exit code', async () => {
  const actionDir = await testAction({
    main: `process.on('SIGINT', () => { say('STATE', 'stopped=yes\\n'); process.exit(0); }); console.log('ready'); ${stay}`,
    post: 'console.log(env.STATE_stopped);',
  });
  const { main, post } = await runAction({ actionDir, cancel: ready });
  expect(main).toMatchObject({ outcome: 'cancelled', exitCode: 0, signal: null, state: { stopped: 'yes' } });
  expect(names(main.signals)).toEqual(['SIGINT']);
  expect(main.annotations).toEqual([{ kind: 'error', message: 'The operation was canceled.' }]);
  expect(post).toMatchObject({ outcome: 'success' });
  expect(post.lines.at(-1)?.text).toBe('yes');
});

test('SIGINT, SIGTERM and SIGKILL come in this order, as long as the process stays', async () => {
  const actionDir = await testAction({ main: deaf('SIGINT', 'SIGTERM') });
  const { main } = await runAction({ actionDir, cancel: ready, patience });
  expect(names(main.signals)).toEqual(['SIGINT', 'SIGTERM', 'SIGKILL']);
  expect(main).toMatchObject({ outcome: 'cancelled', exitCode: null, signal: 'SIGKILL' });
  expect(main.lines.filter(({ text }) => text.startsWith('SIG')).map(({ text }) => text)).toEqual([
    'SIGINT',
    'SIGTERM',
  ]);
  const [interrupt, terminate, kill] = main.signals;
  expect((terminate?.ms ?? 0) - (interrupt?.ms ?? 0)).toBeGreaterThanOrEqual(patience.interruptMs - 5);
  expect((kill?.ms ?? 0) - (terminate?.ms ?? 0)).toBeGreaterThanOrEqual(patience.terminateMs - 5);
});

test('A process that ends at SIGTERM is not killed', async () => {
  const actionDir = await testAction({ main: deaf('SIGINT') });
  const { main } = await runAction({ actionDir, cancel: ready, patience });
  expect(names(main.signals)).toEqual(['SIGINT', 'SIGTERM']);
  expect(main).toMatchObject({ outcome: 'cancelled', signal: 'SIGTERM' });
});

test('Signals go to the process, not to its children', async () => {
  const child =
    "process.on('SIGINT', () => console.log('child got it')); process.stdin.on('end', () => process.exit()).resume();";
  const actionDir = await testAction({
    main: `import { spawn } from 'node:child_process';
      const child = spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: ['pipe', 'inherit', 'inherit'] });
      child.once('spawn', () => console.log('ready'));
      process.on('SIGINT', () => { child.stdin.end(); child.once('exit', () => process.exit()); });`,
  });
  const { main } = await runAction({ actionDir, cancel: ready });
  expect(main.lines.map(({ text }) => text)).not.toContain('child got it');
  expect(main.leaks).toEqual([]);
});

test('A cancel at a time, and one that a promise of the caller brings', async () => {
  const actionDir = await testAction({ main: stay });
  expect((await runAction({ actionDir, cancel: { afterMs: 50 } })).main.outcome).toBe('cancelled');
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, 50).unref();
  expect((await runAction({ actionDir, cancel: { when: promise } })).main.outcome).toBe('cancelled');
  let wasAborted = false;
  const when = async (signal: AbortSignal) => {
    signal.addEventListener('abort', () => (wasAborted = true));
  };
  expect((await runAction({ actionDir, cancel: { when } })).main.outcome).toBe('cancelled');
  expect(wasAborted).toBe(true);
});

test('A cancel that never comes is no cancel', async () => {
  const actionDir = await testAction({ main: "console.log('done');" });
  // The runner itself shows what the step is given
  const said = await runAction({ actionDir, with: { a: 'ready' }, cancel: { atLine: /ready/ } });
  expect(said.main).toMatchObject({ outcome: 'success', signals: [] });
  const cancels = [{ afterMs: 60_000 }, { atLine: /never/ }, { when: new Promise(() => undefined) }];
  for (const cancel of cancels) {
    expect((await runAction({ actionDir, cancel })).main).toMatchObject({ outcome: 'success', signals: [] });
  }
});

test('A promise of the caller that rejects ends the run with its reason', async () => {
  const actionDir = await testAction({ main: stay });
  const cancel = { when: () => Promise.reject(new Error('the sandbox is gone')) };
  await expect(runAction({ actionDir, cancel })).rejects.toThrow('the sandbox is gone');
});

test('timeout-minutes sends the same signals and is a failure', async () => {
  const actionDir = await testAction({ main: deaf('SIGINT', 'SIGTERM'), post: '' });
  const { main, post } = await runAction({ actionDir, timeoutMinutes: 0.03, patience });
  expect(names(main.signals)).toEqual(['SIGINT', 'SIGTERM', 'SIGKILL']);
  expect(main.outcome).toBe('failure');
  expect(main.annotations[0]?.message).toBe("The action 'Test action' has timed out after 0.03 minutes.");
  expect(post.outcome).toBe('success');
});

test('A timeout can come at a line, too', async () => {
  const actionDir = await testAction({ main: deaf() });
  const { main } = await runAction({ actionDir, cancel: { ...ready, means: 'timeout' } });
  expect(main).toMatchObject({ outcome: 'failure', signal: 'SIGINT' });
});

test('kill -9 gives no warning, and what was written before survives', async () => {
  const actionDir = await testAction({
    main: `say('STATE', 'job=j1\\n'); say('OUTPUT', 'job-id=j1\\n'); say('STEP_SUMMARY', 'begun'); ${deaf('SIGINT', 'SIGTERM')}`,
    post: 'console.log(`stop ${env.STATE_job}`);',
  });
  const { main, post } = await runAction({ actionDir, cancel: { ...ready, means: 'kill' } });
  expect(names(main.signals)).toEqual(['SIGKILL']);
  expect(main).toMatchObject({
    outcome: 'failure',
    outputs: { 'job-id': 'j1' },
    state: { job: 'j1' },
    summary: 'begun',
  });
  expect(post.lines.at(-1)?.text).toBe('stop j1');
});

test('The post stage of a cancelled main is not cancelled, and has the condition it names', async () => {
  const action = { main: deaf(), post: "console.log('post');" };
  const only = async (condition: string) => {
    const actionDir = await testAction({ ...action, runs: `  post-if: ${condition}` });
    return (await runAction({ actionDir, cancel: ready })).post.outcome;
  };
  expect(await only('cancelled()')).toBe('success');
  expect(await only('failure()')).toBe('skipped');
  expect(await only('success()')).toBe('skipped');
});
