import { runAction } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

const patience = { interruptMs: 100, terminateMs: 50, pipesMs: 500 };

test('In a container no signal arrives, and the process is killed in the end', async () => {
  const actionDir = await testAction({
    main: "process.on('SIGINT', () => process.exit()); process.on('SIGTERM', () => process.exit()); console.log('ready'); setInterval(() => {}, 1000);",
    post: '',
  });
  const { main, post } = await runAction({
    actionDir,
    variant: 'container',
    cancel: { atLine: /ready/ },
    patience,
  });
  expect(main).toMatchObject({ outcome: 'cancelled', signal: 'SIGKILL' });
  const [kill, ...more] = main.signals;
  expect([kill?.signal, more]).toEqual(['SIGKILL', []]);
  const readyMs = main.lines.find(({ text }) => text === 'ready')?.ms ?? Infinity;
  expect((kill?.ms ?? 0) - readyMs).toBeGreaterThanOrEqual(patience.interruptMs + patience.terminateMs - 5);
  expect(post.outcome).toBe('success');
});

test('A debug run says so', async () => {
  const actionDir = await testAction({ main: 'console.log(env.RUNNER_DEBUG);' });
  const { main } = await runAction({ actionDir, variant: ['debug'] });
  expect(main.lines.at(-1)?.text).toBe('1');
});

test('An old server has no summary file', async () => {
  const actionDir = await testAction({ main: "console.log('GITHUB_STEP_SUMMARY' in env);" });
  const { main } = await runAction({ actionDir, variant: 'no-summary-file' });
  expect([main.lines.at(-1)?.text, main.summary]).toEqual(['false', '']);
});

test('A step without an id keeps no outputs, but its state', async () => {
  const actionDir = await testAction({
    main: "say('OUTPUT', 'a=1\\n'); say('STATE', 'b=2\\n'); console.log('::set-output name=c::d');",
  });
  const { main } = await runAction({ actionDir, variant: 'no-step-id' });
  expect([main.outcome, main.outputs, main.state]).toEqual(['success', {}, { b: '2' }]);
});

test('An old Node has no setGlobalProxyFromEnv', async () => {
  const actionDir = await testAction({
    main: "import http from 'node:http'; import * as all from 'node:http'; console.log(typeof http.setGlobalProxyFromEnv, typeof all.setGlobalProxyFromEnv, process.version, process.versions.node);",
  });
  const { main } = await runAction({ actionDir, variant: 'old-node' });
  expect(main.lines.at(-1)?.text).toBe('undefined undefined v24.13.1 24.13.1');
});

test('Behind a proxy its variables are set in both spellings', async () => {
  const actionDir = await testAction({
    main: "for (const n of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']) console.log(env[n]);",
  });
  const url = 'http://127.0.0.1:3128';
  const { main } = await runAction({
    actionDir,
    proxy: { url, noProxy: 'localhost' },
    env: { no_proxy: 'mine' },
  });
  expect(main.lines.slice(-6).map(({ text }) => text)).toEqual([
    url,
    url,
    url,
    url,
    'mine', // What the step says holds
    'localhost',
  ]);
});
