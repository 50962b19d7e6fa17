import { runAction } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

const inputs = [
  '  api-token: { required: true }',
  "  poll interval: { default: '30s' }",
  '  where: { default: "${{ runner.temp }}/x of ${{ github.repository }}" }',
  '  old: { deprecationMessage: Use new. }',
].join('\n');

const printInputs =
  "for (const [k, v] of Object.entries(env)) if (k.startsWith('INPUT_')) console.log(`${k}=${v}`);";

test('Inputs arrive under their names in upper case with their defaults, required or not', async () => {
  const actionDir = await testAction({ main: printInputs, inputs });
  const { main } = await runAction({ actionDir, with: { 'API-Token': 'abc' }, runnerTemp: actionDir });
  const printed = main.lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
  expect(printed.sort()).toEqual([
    'INPUT_API-TOKEN=abc',
    'INPUT_OLD=',
    'INPUT_POLL_INTERVAL=30s',
    `INPUT_WHERE=${actionDir}/x of octo-org/octo-repo`,
  ]);
  expect(main).toMatchObject({ outcome: 'success', warnings: [] });
});

test.each(['secrets', 'env', 'inputs', 'vars', 'steps', 'needs'])(
  'A default that names %s is refused, as what the workflow does not show to actions',
  async (context) => {
    const actionDir = await testAction({ main: '', inputs: `  a: { default: "\${{ ${context}.x }}" }` });
    await expect(runAction({ actionDir })).rejects.toThrow(`named-value: '${context}'`);
  },
);

test('Each line is told with the stage it belongs to', async () => {
  const actionDir = await testAction({ main: "console.log('a');", post: "console.log('b');" });
  const heard: string[] = [];
  await runAction({ actionDir, onLine: ({ text }, stage) => heard.push(`${stage}: ${text}`) });
  expect(heard).toEqual([
    'main: ##[group]Run Test action',
    'main: ##[endgroup]',
    'main: a',
    'post: Post job cleanup.',
    'post: b',
  ]);
});

test('Unknown and deprecated inputs are warned of, and arrive all the same', async () => {
  const actionDir = await testAction({ main: printInputs, inputs });
  const { main } = await runAction({ actionDir, with: { tokn: 'x', 'a-b': 'y', old: '1' } });
  expect(main.warnings).toEqual([
    "Unexpected input(s) 'tokn', 'a-b', valid inputs are ['api-token', 'poll interval', 'where', 'old']",
    "Input 'old' has been deprecated with message: Use new.",
  ]);
  expect(main.annotations.map(({ kind }) => kind)).toEqual(['warning', 'warning']);
  const texts = main.lines.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['INPUT_TOKN=x', 'INPUT_A-B=y']));
});

test('The with block is shown before the action starts, masked with what is known by then', async () => {
  const main =
    "console.log('::add-mask::plain-token'); console.log(env['INPUT_B'] + ' ' + env['INPUT_API-TOKEN']);";
  const actionDir = await testAction({ main, inputs: '  api-token:\n  b:\n  none:' });
  const result = await runAction({
    actionDir,
    with: { 'api-token': 'secret-token', b: 'plain-token' },
    env: { REGION: 'eu' },
    secrets: { TOKEN: 'secret-token' },
  });
  expect(result.main.lines.map(({ stream, text }) => `${stream}: ${text}`)).toEqual([
    'runner: ##[group]Run Test action',
    'runner: with:',
    'runner:   api-token: ***',
    'runner:   b: plain-token',
    'runner: env:',
    'runner:   REGION: eu',
    'runner: ##[endgroup]',
    'stdout: *** ***',
  ]);
});
