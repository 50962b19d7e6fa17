import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction, type RunActionOptions } from '../src/index.ts';
import { removeActions, testAction } from './test-action.ts';

afterEach(removeActions);

async function environmentOf(
  options: Omit<RunActionOptions, 'actionDir'> = {},
): Promise<Record<string, string>> {
  const actionDir = await testAction({
    main: 'console.log(JSON.stringify({ ...env, cwd: process.cwd() }));',
  });
  const { main } = await runAction({ ...options, actionDir });
  return JSON.parse(main.lines.find(({ stream }) => stream === 'stdout')?.text ?? '');
}

test('A stage gets what the runner gives, what the step gives, PATH and HOME, and nothing else', async () => {
  process.env['LEFT_OUT'] = 'x';
  const environment = await environmentOf({
    env: { MINE: '1', GITHUB_SHA: 'mine', GITHUB_ACTIONS: 'mine', RUNNER_OS: 'mine' },
    facts: { sha: 'abc', ref: 'refs/tags/v1' },
  });
  delete process.env['LEFT_OUT'];
  expect(environment).toMatchObject({
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    MINE: '1',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_SHA: 'abc',
    GITHUB_REF: 'refs/tags/v1',
    GITHUB_REF_NAME: 'v1',
    GITHUB_RUN_ID: expect.stringMatching(/^\d+$/),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'job',
    GITHUB_ACTION: 'step',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_NAME: expect.any(String),
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_TOOL_CACHE: expect.any(String),
  });
  expect(environment['GITHUB_WORKSPACE']).toBe(environment['cwd']);
  expect(environment).not.toHaveProperty('LEFT_OUT');
  expect(environment).not.toHaveProperty('RUNNER_DEBUG');
});

test('CI is true unless the step says otherwise', async () => {
  expect(await environmentOf({ env: { CI: 'no' } })).toMatchObject({ CI: 'no' });
});

test('The command files lie in RUNNER_TEMP, and everything made is gone in the end', async () => {
  const environment = await environmentOf();
  const folder = join(environment['RUNNER_TEMP'] ?? '', '_runner_file_commands');
  for (const [name, prefix] of [
    ['OUTPUT', 'set_output_'],
    ['ENV', 'set_env_'],
    ['PATH', 'add_path_'],
    ['STATE', 'save_state_'],
    ['STEP_SUMMARY', 'step_summary_'],
  ]) {
    expect(environment[`GITHUB_${name}`]).toMatch(new RegExp(`^${folder}/${prefix}[0-9a-f-]{36}$`));
  }
  for (const name of ['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'RUNNER_TOOL_CACHE', 'GITHUB_EVENT_PATH']) {
    await expect(access(environment[name] ?? '')).rejects.toThrow('ENOENT');
  }
});

test('Folders of the caller stay, as they were', async () => {
  const runnerTemp = await mkdtemp(join(tmpdir(), 'github-runner-test-'));
  const environment = await environmentOf({ runnerTemp, workspace: runnerTemp });
  expect(environment['RUNNER_TEMP']).toBe(runnerTemp);
  expect(await readdir(runnerTemp)).toEqual([]);
  await rm(runnerTemp, { recursive: true });
});

test('The event is in its file', async () => {
  const actionDir = await testAction({
    main: "import { readFileSync } from 'node:fs'; console.log(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));",
  });
  const { main } = await runAction({ actionDir, event: { action: 'opened' } });
  expect(main.lines.at(-1)?.text).toBe('{"action":"opened"}');
});

test('The caller can name the Node, and stdin is at its end', async () => {
  const actionDir = await testAction({
    main: "process.stdin.on('end', () => console.log('no stdin')).resume(); console.log(process.execPath);",
  });
  const { main } = await runAction({ actionDir, node: process.execPath });
  expect(main.lines.map(({ text }) => text)).toEqual(expect.arrayContaining([process.execPath, 'no stdin']));
  const { main: none } = await runAction({ actionDir, node: '/nowhere/node' });
  expect(none).toMatchObject({ outcome: 'failure', exitCode: null });
  expect(none.annotations[0]?.message).toContain('ENOENT');
});
