import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..', '..');

interface Finding {
  readonly rule: string;
  readonly message: string;
}

/** Lints a file that is not there, as if it stood at `path`: the workspace's own ESLint with its own configuration. */
export function lintPlanted(path: string, code: string): readonly Finding[] {
  const run = spawnSync('eslint', ['--stdin', '--stdin-filename', join(root, path), '--format=json'], {
    cwd: join(root, path.split('/').slice(0, 2).join('/')),
    input: code,
    encoding: 'utf8',
  });
  if (!run.stdout.startsWith('[')) throw new Error(`eslint said: ${run.stderr}${run.stdout}`);
  const [file] = JSON.parse(run.stdout) as { messages: { ruleId: string | null; message: string }[] }[];
  return (file?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId ?? 'parser', message }));
}
