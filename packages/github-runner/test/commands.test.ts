import { runAction, type RunActionOptions } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

/** Runs a main that writes these lines, and tells what the log shows of the process. */
async function say(lines: string | readonly string[], options: Omit<RunActionOptions, 'actionDir'> = {}) {
  const text = [lines].flat().join('\n');
  const actionDir = await testAction({ main: `process.stdout.write(${JSON.stringify(text)});` });
  const { main } = await runAction({ ...options, actionDir });
  const shown = main.lines
    .filter(({ text: line }) => !/^(##\[(group|endgroup)\](Run|$))/.test(line))
    .map((line) => line.text);
  return { ...main, shown };
}

test('Both streams are read, and a lone CR ends a line', async () => {
  const actionDir = await testAction({
    main: "process.stdout.write('10 %\\r::error::hidden\\n'); process.stderr.write('::notice::from stderr\\n');",
  });
  const { main } = await runAction({ actionDir });
  expect(main.annotations.map(({ kind, message }) => `${kind}: ${message}`).sort()).toEqual([
    'error: hidden',
    'notice: from stderr',
  ]);
  expect(main.lines.find(({ text }) => text.includes('notice'))?.stream).toBe('stderr');
});

test('An annotation has its place, its title, and is masked and cut', async () => {
  const { annotations, outcome } = await say(
    [
      '::error file=a.ts,line=3,endLine=4,col=5,endColumn=6,title=T s3cret::boom s3cret',
      `##[warning]${'x'.repeat(5000)}`,
    ],
    { secrets: { S: 's3cret' } },
  );
  expect(annotations[0]).toEqual({
    kind: 'error',
    message: 'boom ***',
    file: 'a.ts',
    line: '3',
    endLine: '4',
    col: '5',
    endColumn: '6',
    title: 'T ***',
  });
  expect(annotations[1]?.message).toHaveLength(4096);
  expect(outcome).toBe('success');
});

test('An annotation is masked before it is cut, so that no part of a secret is left', async () => {
  const { annotations } = await say(`::error::${'x'.repeat(4_090)}long-secret`, {
    secrets: { S: 'long-secret' },
  });
  expect(annotations[0]?.message).toBe(`${'x'.repeat(4_090)}***`);
});

test('Ten annotations of a kind are kept, the rest is only logged', async () => {
  const many = Array.from({ length: 12 }, (_, index) => [`::error::${index}`, `::notice::${index}`]).flat();
  const { annotations, shown } = await say(many);
  expect(annotations.filter(({ kind }) => kind === 'error').map(({ message }) => message)).toEqual(
    '0 1 2 3 4 5 6 7 8 9'.split(' '),
  );
  expect(annotations).toHaveLength(20);
  expect(shown).toContain('##[error]11');
});

test('add-mask holds for the value and its lines from then on, and a blank one is warned of', async () => {
  const { shown, masks, warnings } = await say([
    'first',
    '::add-mask::first%0A second ',
    'the first',
    'a second',
    '::add-mask:: ',
  ]);
  expect(shown.slice(0, 3)).toEqual(['first', 'the ***', 'a ***']);
  expect(masks).toEqual(['first\n second ']);
  expect(warnings).toEqual(["Can't add secret mask for empty string in ##[add-mask] command."]);
});

test('Groups are shown, debug lines are not', async () => {
  const { shown } = await say(['::group::Upload', 'part 1', '::endgroup::ignored', '::debug::detail']);
  expect(shown).toEqual(['##[group]Upload', 'part 1']);
  const debug = await say('::debug::detail', { variant: 'debug' });
  expect(debug.shown).toEqual(['##[debug]detail']);
  const echoed = await say('::save-state name=a::b', { variant: 'debug' });
  expect(echoed.shown[0]).toBe('::save-state name=a::b');
});

test.each([
  '::set-env name=A::b',
  '##[set-env name=A;]b',
  '::add-path::/bin',
  '::set-output::x',
  '::save-state::x',
  '::echo::maybe',
])('%s fails the step and lets it go on', async (line) => {
  const { outcome, exitCode, shown, annotations } = await say([line, 'and on']);
  expect([outcome, exitCode]).toEqual(['failure', 0]);
  expect(annotations[0]?.message).toBe(`Unable to process command '${line}' successfully.`);
  expect(shown).toContain('and on');
});

test('set-output and save-state work, with a warning', async () => {
  const { outputs, state, warnings, outcome } = await say([
    '::set-output name=id::7%0A',
    '##[save-state name=job]j',
    '::set-output name=ID::8%0A',
  ]);
  expect({ outputs, state, outcome }).toEqual({
    outputs: { id: '8\n' },
    state: { job: 'j' },
    outcome: 'success',
  });
  expect(warnings).toEqual([
    expect.stringContaining("'set-output' command is deprecated"),
    expect.stringContaining("'save-state'"),
    expect.stringContaining("'set-output'"),
  ]);
});

test('Nothing but its token is obeyed while commands are stopped', async () => {
  const { shown, annotations, outputs } = await say([
    '::stop-commands::Random-Token',
    '::error::no',
    '##[set-env name=A]b',
    '::set-output name=a::b',
    '::RANDOM-TOKEN::',
    '::notice::yes',
  ]);
  expect(annotations).toEqual([{ kind: 'notice', message: 'yes' }]);
  expect(outputs).toEqual({});
  expect(shown).toEqual([
    '::stop-commands::***',
    '::error::no',
    '##[set-env name=A]b',
    '::set-output name=a::b',
    '::RANDOM-TOKEN::',
    '##[notice]yes',
  ]);
});

test('The old syntax resumes too, and a short token is no mask', async () => {
  const { shown } = await say(['::stop-commands::abcdef', '##[abcdef]', '::notice::yes']);
  expect(shown).toEqual(['::stop-commands::abcdef', '##[abcdef]', '##[notice]yes']);
});

test.each(['', 'pause-logging', 'Error'])('%j cannot be a stop token', async (token) => {
  const { outcome, annotations, shown } = await say([`::stop-commands::${token}`, '::notice::still read']);
  expect(outcome).toBe('failure');
  expect(annotations.map(({ kind }) => kind)).toEqual(['error', 'error', 'notice']);
  expect(shown).toContain('##[notice]still read');
});

test('echo repeats commands, but not those that show or hide themselves', async () => {
  const { shown } = await say([
    '::echo::on',
    '::save-state name=a::b',
    '::add-mask::hidden',
    '::notice::n',
    '::echo::off',
    '::save-state name=c::d',
  ]);
  expect(shown.filter((line) => line.startsWith('::'))).toEqual(['::save-state name=a::b', '::echo::off']);
});

test('Matchers are known and do nothing', async () => {
  const { outcome, shown, warnings } = await say([
    '::add-matcher::m.json',
    '::remove-matcher owner=x::',
    '::add-matcher::',
  ]);
  expect([outcome, shown.length, warnings]).toEqual(['success', 1, ['File path must be specified.']]);
});
