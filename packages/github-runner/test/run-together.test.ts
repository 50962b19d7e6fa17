import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTogether } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

test('Two copies at once share the folders and the masks, not their files, and posts run last first', async () => {
  const actionDir = await testAction({
    // Each waits for the other: they would hang if they did not run at once
    main: `import { existsSync, writeFileSync } from 'node:fs';
      const me = env.INPUT_ME, other = env.INPUT_OTHER;
      console.log('::add-mask::token-of-' + me);
      say('OUTPUT', 'me=' + me + '\\n');
      say('STATE', 'me=' + me + '\\n');
      writeFileSync(env.RUNNER_TEMP + '/' + me, '');
      while (!existsSync(env.RUNNER_TEMP + '/' + other)) await new Promise((resolve) => setTimeout(resolve, 10));`,
    post: "console.log('token-of-a token-of-b ' + env.STATE_me);",
    inputs: '  me:\n  other:',
  });
  const folder = await mkdtemp(join(tmpdir(), 'github-runner-test-'));
  const order: string[] = [];
  const step = (me: string, other: string) => ({
    actionDir,
    with: { me, other },
    onLine: ({ text }: { text: string }, stage: string) => stage === 'post' && order.push(text),
  });
  const [a, b] = await runTogether([step('a', 'b'), step('b', 'a')], {
    workspace: folder,
    runnerTemp: folder,
  });
  await rm(folder, { recursive: true });
  expect([a?.main.outputs, b?.main.outputs]).toEqual([{ me: 'a' }, { me: 'b' }]);
  expect(order.filter((text) => text.startsWith('*'))).toEqual(['*** *** b', '*** *** a']);
});
