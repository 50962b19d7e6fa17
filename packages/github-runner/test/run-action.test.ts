import { runAction } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

test('Main runs, then post with the state that main left', async () => {
  const actionDir = await testAction({
    main: "console.log('hello'); say('OUTPUT', 'id=7\\n'); say('STATE', 'job=abc\\n'); say('STEP_SUMMARY', '### Done\\n');",
    post: 'console.log(`post ${env.STATE_job}`);',
  });
  const { main, post } = await runAction({ actionDir });
  expect(main).toMatchObject({
    outcome: 'success',
    exitCode: 0,
    outputs: { id: '7' },
    state: { job: 'abc' },
    leaks: [],
  });
  expect(main.summary).toBe('### Done\n');
  expect(main.lines.map(({ stream, text }) => [stream, text])).toContainEqual(['stdout', 'hello']);
  expect(post.lines.map(({ text }) => text)).toEqual(['Post job cleanup.', 'post abc']);
});

test('A main that fails is followed by its post', async () => {
  const actionDir = await testAction({ main: 'process.exitCode = 3;', post: '' });
  const { main, post } = await runAction({ actionDir });
  expect(main).toMatchObject({ outcome: 'failure', exitCode: 3 });
  expect(post.outcome).toBe('success');
});

test('A main killed with -9 leaves what it saved to post', async () => {
  const actionDir = await testAction({
    main: "say('STATE', 'job=abc\\n'); say('OUTPUT', 'job-id=abc\\n'); console.log('saved'); setInterval(() => {}, 1000);",
    post: 'console.log(`stop ${env.STATE_job}`);',
  });
  const { main, post } = await runAction({ actionDir, cancel: { atLine: /saved/, means: 'kill' } });
  expect(main).toMatchObject({
    outcome: 'failure',
    exitCode: null,
    signal: 'SIGKILL',
    outputs: { 'job-id': 'abc' },
  });
  expect(main.signals.map(({ signal }) => signal)).toEqual(['SIGKILL']);
  expect(post.lines.at(-1)?.text).toBe('stop abc');
});
