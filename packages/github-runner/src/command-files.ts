import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const prefixes = {
  output: 'set_output_',
  env: 'set_env_',
  path: 'add_path_',
  state: 'save_state_',
  summary: 'step_summary_',
} as const;

const variables = {
  output: 'GITHUB_OUTPUT',
  env: 'GITHUB_ENV',
  path: 'GITHUB_PATH',
  state: 'GITHUB_STATE',
  summary: 'GITHUB_STEP_SUMMARY',
} as const;

type Kind = keyof typeof prefixes;
const kinds = Object.keys(prefixes) as readonly Kind[];

/** The files through which one stage speaks to the runner. */
export interface CommandFiles {
  /** In the name of each file. */
  readonly id: string;
  /** Names and paths, for the environment of the stage. */
  readonly variables: Readonly<Record<string, string>>;
  sizeBytes(kind: Kind): Promise<number>;
  /** The text of a file; empty where the stage removed it. */
  read(kind: Kind): Promise<string>;
  remove(): Promise<void>;
}

/** Makes fresh, empty files in the runner's temporary folder. */
export async function createCommandFiles(runnerTemp: string): Promise<CommandFiles> {
  const folder = join(runnerTemp, '_runner_file_commands');
  await mkdir(folder, { recursive: true });
  const id = randomUUID();
  const path = (kind: Kind) => join(folder, `${prefixes[kind]}${id}`);
  await Promise.all(kinds.map((kind) => writeFile(path(kind), '')));
  return {
    id,
    variables: Object.fromEntries(kinds.map((kind) => [variables[kind], path(kind)])),
    sizeBytes: (kind) =>
      stat(path(kind)).then(
        ({ size }) => size,
        () => 0,
      ),
    read: (kind) => readFile(path(kind), 'utf8').catch(() => ''),
    remove: async () => {
      await Promise.all(kinds.map((kind) => rm(path(kind), { force: true, recursive: true })));
    },
  };
}
