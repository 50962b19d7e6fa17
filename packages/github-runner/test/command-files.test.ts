import { runAction } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

test('Outputs, state and variables of any shape are taken over, the last of a name counts', async () => {
  const actionDir = await testAction({
    main: "say('OUTPUT', 'id=1\\nID=2\\nlist<<EOF\\na\\nb\\nEOF\\n'); say('STATE', 'Job=1\\njob=2\\n'); say('ENV', 'FROM_MAIN=x\\n'); say('PATH', '\\ufeff/first\\n/second\\n/third\\n/first\\n/second\\n');",
    post: 'console.log(env.FROM_MAIN, env.STATE_Job, env.PATH.split(":").slice(0, 4).join());',
  });
  const { main, post } = await runAction({ actionDir });
  expect(main).toMatchObject({ outputs: { id: '2', list: 'a\nb' }, state: { Job: '2' }, outcome: 'success' });
  expect(post.lines.at(-1)?.text).toBe(`x 2 /second,/first,/third,${process.env['PATH']?.split(':')[0]}`);
});

test.each([
  ['OUTPUT', 'output', "Invalid format 'nothing'"],
  ['STATE', 'state', "Invalid format 'nothing'"],
  ['ENV', 'env', "Invalid format 'nothing'"],
])('A fault in GITHUB_%s fails the step and keeps what came before', async (file, kind, fault) => {
  const actionDir = await testAction({ main: `say('${file}', 'a=1\\nnothing\\n');` });
  const { main } = await runAction({ actionDir });
  expect([main.outcome, main.exitCode]).toEqual(['failure', 0]);
  expect(main.annotations.map(({ message }) => message)).toEqual([
    `Unable to process file command '${kind}' successfully.`,
    fault,
  ]);
  if (file !== 'ENV') expect({ ...main.outputs, ...main.state }).toEqual({ a: '1' });
});

test('NODE_OPTIONS is refused with an error and does not fail the step', async () => {
  const actionDir = await testAction({
    main: "say('ENV', 'NODE_OPTIONS=--no-warnings\\nA=1\\nnode_options=x\\n');",
    post: 'console.log(env.NODE_OPTIONS, env.A, env.node_options);',
  });
  const { main, post } = await runAction({ actionDir });
  expect(main.outcome).toBe('success');
  const refused = { kind: 'error', message: expect.stringContaining('NODE_OPTIONS') };
  expect(main.annotations).toEqual([refused, refused]);
  expect(post.lines.at(-1)?.text).toBe('undefined 1 undefined');
});

test('The summary is masked line by line, and each stage has its own', async () => {
  const actionDir = await testAction({
    main: "say('STEP_SUMMARY', 'a s3cret\\nb\\n');",
    post: "say('STEP_SUMMARY', 'post');",
  });
  const { main, post } = await runAction({ actionDir, secrets: { A: 's3cret' } });
  expect([main.summary, post.summary]).toEqual(['a ***\nb\n', 'post']);
});

test('A summary of 1 MiB is kept, a longer one is dropped with an error', async () => {
  const summary = async (bytes: number) => {
    const actionDir = await testAction({ main: `say('STEP_SUMMARY', 'x'.repeat(${bytes}));` });
    return (await runAction({ actionDir })).main;
  };
  expect((await summary(1_048_576)).summary).toHaveLength(1_048_576);
  const tooLong = await summary(1_048_577);
  expect([tooLong.summary, tooLong.outcome]).toEqual(['', 'success']);
  expect(tooLong.annotations).toEqual([{ kind: 'error', message: expect.stringContaining('1024k') }]);
});

test('A stage that removes its files has said nothing', async () => {
  const actionDir = await testAction({
    main: "import { rmSync } from 'node:fs'; for (const f of ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY']) rmSync(env[`GITHUB_${f}`]);",
  });
  const { main } = await runAction({ actionDir });
  const { outcome, outputs, state, summary } = main;
  expect({ outcome, outputs, state, summary }).toEqual({
    ...{ outcome: 'success', outputs: {}, state: {}, summary: '' },
  });
});

test('An environment string of 131,072 bytes passes, and one byte more keeps the stage from starting', async () => {
  const actionDir = await testAction({ main: 'console.log(env.INPUT_X.length);', inputs: '  x:', post: '' });
  const value = 'x'.repeat(131_072 - 'INPUT_X='.length - 1);
  const fits = await runAction({ actionDir, with: { x: value } });
  expect(fits.main.outcome).toBe('success');
  const { main, post } = await runAction({ actionDir, with: { x: `${value}x` } });
  expect(main).toMatchObject({ outcome: 'failure', exitCode: null });
  expect(main.annotations[0]?.message).toContain('Argument list too long: INPUT_X');
  expect(post.outcome).toBe('failure'); // It is given the same inputs
});

test('State that is too long keeps post from starting', async () => {
  const actionDir = await testAction({
    main: "say('STATE', `big=${'x'.repeat(131_072)}\\n`);",
    post: "console.log('never');",
  });
  const { main, post } = await runAction({ actionDir });
  expect([main.outcome, post.outcome]).toEqual(['success', 'failure']);
  expect(post.annotations[0]?.message).toContain('STATE_big');
});

test('An output too long to be given to a step is warned of', async () => {
  const actionDir = await testAction({ main: "say('OUTPUT', `big=${'x'.repeat(131_072)}\\n`);" });
  const { main } = await runAction({ actionDir });
  expect(main.outcome).toBe('success');
  expect(main.warnings).toEqual([expect.stringContaining("Output 'big' takes 131083 bytes")]);
});
