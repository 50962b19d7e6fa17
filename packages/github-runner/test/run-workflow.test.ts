import { runWorkflow } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

const workflow = (steps: string, head = '') => `
on: workflow_dispatch
${head}
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
${steps.replace(/^/gm, '      ')}
`;

test('Outputs flow from an action through an expression into a script, and posts run last first', async () => {
  const make = (name: string) =>
    testAction({
      main: `console.log('main ${name}'); say('OUTPUT', 'id=${name}\\n'); say('STEP_SUMMARY', '# ${name}\\n');`,
      post: `console.log('post ${name}');`,
    });
  const folders: Record<string, string> = { 'us/one@v1': await make('one'), 'us/two@v1': await make('two') };
  const order: string[] = [];
  const result = await runWorkflow({
    text: workflow(
      [
        '- { id: one, uses: us/one@v1 }',
        '- uses: us/two@v1',
        '- run: echo "got ${{ steps.one.outputs.id }} $GREETING"',
        '  env: { GREETING: "${{ vars.greeting }}" }',
      ].join('\n'),
    ),
    vars: { greeting: 'hi' },
    resolveAction: (uses) => folders[uses],
    onLine: ({ text }) => /^(main|post|got) /.test(text) && order.push(text),
  });
  expect(order).toEqual(['main one', 'main two', 'got one hi', 'post two', 'post one']);
  expect(result).toMatchObject({ outcome: 'success' });
  expect(result.jobs[0]?.steps.map(({ summary }) => summary)).toEqual(['# one\n', '# two\n', '']);
});
