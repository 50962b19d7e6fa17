import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

const root = join(__dirname, '../../../..');
const tool = join(root, 'node_modules/@github/local-action/bin/local-action.js');

/** Relative to the repository, to the action, and to the repository again: so the tool has it. */
const action = 'apps/github-action/prediction-one/retrain';
const main = '../../test/local-action/main.ts';
const post = 'apps/github-action/test/local-action/post.ts';

/** What is to be seen from outside. */
export interface LocalRun {
  readonly exitCode: number | null;
  /** All that the tool and the action have written. */
  readonly text: string;
}

/**
 * Runs the source of an action in GitHub's own debugging tool.
 * @param variables what the action finds in its environment: nothing else tells it of a runner
 * @param folder takes whatever the tool and what it starts keep
 */
export async function runLocalAction(
  variables: Readonly<Record<string, string>>,
  folder: string,
): Promise<LocalRun> {
  const envFile = join(folder, '.env');
  await writeFile(
    envFile,
    Object.entries(variables)
      .map(([name, text]) => `${name}='${text}'\n`)
      .join(''),
  );
  const env = {
    // It starts `npm exec tsx`, which takes the first Node.js there is
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    // Our packages show their sources to those who ask for them
    NODE_OPTIONS: '--conditions=@modelferry/source',
    HOME: folder,
    TMPDIR: folder,
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  return new Promise((resolve) => {
    // It looks for packages from where it stands, and only the root of the workspaces has them
    const child = execFile(
      process.execPath,
      [tool, 'run', action, main, envFile, '--post', post],
      { cwd: root, env },
      (_, stdout, stderr) => resolve({ exitCode: child.exitCode, text: stdout + stderr }),
    );
  });
}
