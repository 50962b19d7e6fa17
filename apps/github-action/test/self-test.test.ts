import { runWorkflow, type StandIn, type StepResult } from '@modelferry/github-runner';
import { expectNoSecrets } from '@modelferry/testkit';
import { readFile, symlink } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { secretsIn } from './acceptance/support/secrets-in.ts';

const root = join(__dirname, '../../..');

/**
 * What is another here than at GitHub: one system instead of three, packages that are there already, and minutes that take
 * six seconds, so that the whole takes about one.
 */
const differences = {
  'os: [ubuntu-latest, macos-latest, windows-latest]': 'os: [ubuntu-latest]',
  'run: npm ci': 'run: node --version',
  'timeout-minutes: 1\n': 'timeout-minutes: 0.1\n',
  'timeout: 10s': 'timeout: 5s',
};

async function workflowText(): Promise<string> {
  let text = await readFile(join(root, '.github/workflows/self-test.yml'), 'utf8');
  for (const [there, here] of Object.entries(differences)) {
    expect(text).toContain(there);
    text = text.replaceAll(there, here);
  }
  return text;
}

/** Brings what the steps run of the repository themselves. The actions are found without it. */
const checkout: StandIn = ({ workspace }) => symlink(join(root, '.github'), join(workspace, '.github'));

const lastLines = ({ name, main }: StepResult) => ({
  name,
  log: main.lines.slice(-20).map(({ text }) => text),
});

test('the self-test that GitHub runs holds under our runner, before GitHub ever sees it', async () => {
  const { jobs } = await runWorkflow({
    text: await workflowText(),
    resolveAction(uses) {
      if (uses.startsWith('./')) return join(root, uses);
      return uses.startsWith('actions/checkout@') ? checkout : undefined;
    },
    skipActions: ['actions/setup-node'],
    // What it sets up: `node` in a script is the one that the actions run on
    env: { PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) },
  });
  const [job] = jobs;
  const steps = job?.steps ?? [];
  expect(steps.filter(({ conclusion }) => conclusion === 'failure').map(lastLines)).toEqual([]);
  expect(jobs.map(({ name, outcome }) => ({ name, outcome }))).toEqual([
    { name: 'actions (ubuntu-latest)', outcome: 'success' },
  ]);

  // Those that have to fail have failed, and those that wait for a fault have not run
  const failed = steps.filter(({ outcome }) => outcome === 'failure').map(({ id }) => id);
  expect(failed).toEqual(['timed-out', 'cut', 'score-timed-out', 'score-cut']);
  const skipped = steps.filter(({ outcome }) => outcome === 'skipped').map(({ name }) => name);
  expect(skipped).toEqual([expect.stringContaining('actions/setup-node'), 'What the sandbox said']);

  // The sandbox is there until the end of the job, and nothing else is
  expect(job?.leaks.map(({ command }) => command)).toEqual([
    expect.stringContaining('apps/sandbox/src/main.ts'),
  ]);

  const keys = secretsIn(steps.find(({ id }) => id === 'sandbox')?.outputs);
  expect(keys).toHaveLength(5);
  expectNoSecrets(
    steps.map(({ main, post, summary }) => [main.lines, main.annotations, main.state, post.lines, summary]),
    keys,
  );
}, 120_000);
