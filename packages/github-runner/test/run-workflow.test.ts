import { runWorkflow } from '../src/index.ts';
import { removeActions, testAction, testFolder } from './test-action.ts';
import { run, runSteps } from './test-workflow.ts';

afterEach(removeActions);

test('A post stage has its condition, and one that fails lets the job fail', async () => {
  const action = (condition: string, post: string) =>
    testAction({ main: '', post, runs: `  post-if: ${condition}` });
  const folders = [await action('always()', 'process.exitCode = 1;'), await action('failure()', '')];
  const { result } = await runSteps('- uses: us/a@v1\n- uses: us/b@v1', {
    resolveAction: (uses) => folders[uses.startsWith('us/a') ? 0 : 1],
  });
  expect(result.jobs[0]?.steps.map(({ post }) => post.outcome)).toEqual(['failure', 'skipped']);
  expect(result.outcome).toBe('failure');
});

test('Outputs flow through expressions, summaries are kept, and posts run last first', async () => {
  const make = (name: string) =>
    testAction({
      main: `console.log('main ${name}'); say('OUTPUT', 'id=${name}\\n'); say('STEP_SUMMARY', '# ${name}\\n');`,
      post: `console.log('post ${name}');`,
    });
  const folders: Record<string, string> = { 'us/one@v1': await make('one'), 'us/two@v1': await make('two') };
  const { result, said } = await runSteps(
    [
      '- { id: one, uses: us/one@v1 }',
      '- uses: us/two@v1',
      '- run: echo "got ${{ steps.one.outputs.id }} $GREETING"',
      '  env: { GREETING: "${{ vars.greeting }}" }',
    ].join('\n'),
    { vars: { greeting: 'hi' }, resolveAction: (uses) => folders[uses] },
  );
  expect(said).toEqual(['main one', 'main two', 'got one hi', 'post two', 'post one']);
  expect(result.outcome).toBe('success');
  expect(result.jobs[0]?.steps.map(({ summary }) => summary)).toEqual(['# one\n', '# two\n', '']);
  expect(result.jobs[0]?.steps.map(({ name }) => name)).toEqual([
    'Run us/one@v1',
    'Run us/two@v1',
    'Run echo "got one $GREETING"',
  ]);
});

test('A workflow can come from a file', async () => {
  const { dir, remove } = await testFolder({ 'w.yml': 'jobs: { a: { steps: [{ run: "true" }] } }' });
  expect((await runWorkflow({ file: `${dir}/w.yml` })).outcome).toBe('success');
  await remove();
});

test('After a failure only those steps run that ask for it, and the job has failed', async () => {
  const { result, said, outcomes } = await runSteps(`
- { id: bad, run: exit 3 }
- run: echo never
- { if: failure(), run: 'echo "\${{ steps.bad.outcome }} \${{ job.status }}"' }
- { if: always(), run: echo always }
- { if: "!failure()", run: echo never }`);
  expect(outcomes).toEqual(['failure', 'skipped', 'success', 'success', 'skipped']);
  expect(said).toEqual(['failure failure', 'always']);
  expect(result.outcome).toBe('failure');
  expect(result.jobs[0]?.steps[0]?.main.annotations[0]?.message).toBe('Process completed with exit code 3.');
});

test('continue-on-error passes a failure over', async () => {
  const { result, said, outcomes } = await runSteps(`
- { id: bad, run: 'exit 1', continue-on-error: true }
- run: echo "\${{ steps.bad.outcome }} \${{ steps.bad.conclusion }}"
- { run: 'exit 1', continue-on-error: "\${{ vars.lenient == 'no' }}" }`);
  expect(outcomes).toEqual(['failure, counted as success', 'success', 'failure']);
  expect(said).toEqual(['failure success']);
  expect(result.outcome).toBe('failure');
});

test('timeout-minutes ends a step as a failure', async () => {
  const { outcomes } = await runSteps('- { run: exec sleep 60, timeout-minutes: 0.005 }');
  expect(outcomes).toEqual(['failure']);
});

test('Scripts run under bash -e, or the shell they name, in the folder they name', async () => {
  const { dir, remove } = await testFolder({ 'sub/x': '' });
  const { said, outcomes } = await runSteps(
    `
- run: |
    ls
    false | true
    echo on
- { shell: bash, run: 'false | true; echo never' }
- { if: always(), shell: sh, run: ls, working-directory: sub }
- { if: always(), shell: 'node {0}', run: 'console.log(1 + 1)' }
- { if: always(), shell: fish, run: x }`,
    { workspace: dir },
  );
  await remove();
  expect(said).toEqual(['sub', 'on', 'x', '2']);
  expect(outcomes).toEqual(['success', 'failure', 'success', 'success', 'failure']);
});

test('env goes from the file over the job and GITHUB_ENV to the step', async () => {
  const { said } = await run(`
env: { A: file, B: file, C: file, D: "\${{ vars.d }}" }
jobs:
  job:
    env: { B: job, C: job, E: "\${{ env.A }}" }
    steps:
      - run: echo "C=set" >> $GITHUB_ENV; echo "/extra" >> $GITHUB_PATH
      - { run: 'echo $A $B $C $D $E \${{ env.C }} \${{ env.F }}; echo $PATH | cut -d: -f1', env: { D: step, F: "\${{ env.B }}" } }
`);
  expect(said).toEqual(['file job set step file set job', '/extra']);
});

test('Contexts: github, inputs, vars, secrets, runner, matrix', async () => {
  const { said } = await run(
    `
name: Retrain
on:
  workflow_dispatch:
    inputs:
      rows: { type: number, default: 5 }
      dry: { type: boolean }
      who: { default: me }
jobs:
  job:
    steps:
      - run: |
          echo "\${{ github.repository }} \${{ github.workflow }} \${{ github.job }} $GITHUB_JOB \${{ github.event.schedule }}"
          echo "\${{ inputs.rows }} \${{ inputs.dry == false }} \${{ inputs.who }}"
          echo "\${{ vars.NAME }} \${{ secrets.TOKEN }} \${{ runner.os }}"
          [ "\${{ github.token }}" = "\${{ secrets.GITHUB_TOKEN }}" ] && echo "\${{ github.token }}"
`,
    {
      inputs: { who: 'you' },
      vars: { NAME: 'n' },
      secrets: { TOKEN: 't0ken' },
      event: { schedule: '0 0 1 * *' },
      facts: { repository: 'us/repo' },
    },
  );
  expect(said).toEqual(['us/repo Retrain job job 0 0 1 * *', '5 true you', 'n *** Linux', '***']);
});

test('Masks live for the whole job', async () => {
  const { said, result } = await runSteps(`
- run: echo "::add-mask::derived-token"
- run: echo "derived-token"; echo "derived-token" >> $GITHUB_STEP_SUMMARY`);
  expect(said).toEqual(['***']);
  expect(result.jobs[0]?.steps[1]?.summary).toBe('***\n');
});

test('Inputs come from with, expressions and the caller', async () => {
  const folder = await testAction({
    main: 'console.log(env.INPUT_A, env.INPUT_B, env.INPUT_C, env.INPUT_D, env.INPUT_ENDPOINT, env.GITHUB_ACTION);',
    inputs: "  a:\n  b:\n  c:\n  d: { default: '${{ github.job }}' }\n  endpoint:",
  });
  const { said } = await runSteps('- { uses: us/a/b@v1, with: { a: true, b: 1.5, c: "${{ vars.c }}" } }', {
    vars: { c: 'see' },
    resolveAction: () => folder,
    extraWith: ({ uses, job }) => ({ endpoint: `${uses} in ${job}` }),
  });
  expect(said).toEqual(['true 1.5 see job us/a/b@v1 in job __us_a_b']);
});

test('Other actions are stood in for or skipped, and the log says so', async () => {
  const lines: string[] = [];
  const { result, said, outcomes } = await runSteps(
    `
- { uses: actions/checkout@v5, with: { ref: main } }
- { id: cache, uses: actions/cache@v4, with: { key: k } }
- run: echo "hit \${{ steps.cache.outputs.hit }}"
- { uses: actions/broken@v1 }
- { if: always(), uses: actions/unknown@v1 }`,
    {
      skipActions: ['actions/checkout'],
      resolveAction: (uses) => {
        if (uses.startsWith('actions/cache')) {
          return async ({ with: given, log }) => {
            log(`looking for ${given['key']}`);
            return { hit: 'true' };
          };
        }
        if (uses.startsWith('actions/broken')) return () => Promise.reject(new Error('no room'));
        return undefined;
      },
      onLine: ({ stream, text }) => stream === 'runner' && lines.push(text),
    },
  );
  expect(outcomes).toEqual(['skipped', 'success', 'success', 'failure', 'failure']);
  expect(said).toEqual(['looking for k', 'hit true']);
  expect(lines).toEqual(
    expect.arrayContaining(['Skipped: actions/checkout@v5 is not run here.', '##[error]no room']),
  );
  expect(result.jobs[0]?.steps[4]?.main.annotations[0]?.message).toContain("'actions/unknown@v1'");
});

test('An action in the workspace is found by its path', async () => {
  const dir = await testAction({ main: "console.log('local');" });
  const { said } = await runSteps('- uses: ./', { workspace: dir });
  expect(said).toEqual(['local']);
});

test('An expression that is not well formed fails its step', async () => {
  const { outcomes, result } = await runSteps('- run: echo ${{ steps. }}\n- { if: always( , run: x }');
  expect(outcomes).toEqual(['failure', 'failure']);
  expect(result.jobs[0]?.steps[0]?.main.annotations[0]?.message).toContain('${{ steps. }}');
});

test('An output too long for an environment keeps the next step from starting', async () => {
  const { outcomes } = await runSteps(`
- id: big
  run: echo "x=$(head -c 131072 /dev/zero | tr '\\0' x)" >> $GITHUB_OUTPUT
- { run: echo hi, env: { X: "\${{ steps.big.outputs.x }}" } }`);
  expect(outcomes).toEqual(['success', 'failure']);
});

test('A process that outlives its job is ended and reported', async () => {
  const { result } = await runSteps('- run: sleep 300 > /dev/null 2>&1 &');
  expect(result.outcome).toBe('success');
  expect(result.jobs[0]?.leaks).toEqual([{ pid: expect.any(Number), command: 'sleep 300' }]);
  expect(result.jobs[0]?.lines[0]?.text).toMatch(/^Terminate orphan process: pid \(\d+\) \(sleep 300\)$/);
});
