import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { usualFacts, type JobFacts } from './job-facts.ts';
import type { ContextValue } from './workflow/scope.ts';
import { createMasks, type Masks } from './masks.ts';

/** Where a job works, and what its steps share. */
export interface JobSpace {
  readonly workspace: string;
  readonly runnerTemp: string;
  readonly toolCache: string;
  readonly eventPath: string;
  readonly event: ContextValue;
  readonly facts: JobFacts;
  /** The `github.token`: made up, and masked. */
  readonly token: string;
  readonly masks: Masks;
  /** Set through GITHUB_ENV, for later stages. */
  readonly env: Record<string, string>;
  /** Put before PATH through GITHUB_PATH, for later stages. */
  readonly path: string[];
  /** Begins the tracking id of every process of the job. */
  readonly trackingId: string;
  /** Removes what was made for the job; folders the caller gave stay. */
  remove(): Promise<void>;
}

/** What a job space is made of; all of it has a default. */
export interface JobSpaceOptions {
  /** @default a fresh folder, removed in the end */
  readonly workspace?: string;
  /** @default a fresh folder, removed in the end */
  readonly runnerTemp?: string;
  /** The secrets of the job: masks from the start. Keys are the names in the `secrets` context. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly facts?: Partial<JobFacts>;
  /** The event that started the run, written to GITHUB_EVENT_PATH. @default {} */
  readonly event?: ContextValue;
}

/** Makes room for a job. Nothing in it has a fixed name, so that any number can be at work at once. */
export async function createJobSpace(options: JobSpaceOptions): Promise<JobSpace> {
  const made: string[] = [];
  const folder = async (given: string | undefined, name: string) => {
    if (given !== undefined) return resolve(given);
    const root = await mkdtemp(join(tmpdir(), `runner-${name}-`));
    made.push(root);
    return root;
  };
  const workspace = await folder(options.workspace, 'workspace');
  const runnerTemp = await folder(options.runnerTemp, 'temp');
  const toolCache = await folder(undefined, 'tools');

  const id = randomUUID();
  const token = `ghs_${id.replaceAll('-', '')}`;
  const eventPath = join(runnerTemp, '_github_workflow', `event-${id}.json`);
  await mkdir(dirname(eventPath), { recursive: true });
  await writeFile(eventPath, JSON.stringify(options.event ?? {}));
  return {
    workspace,
    runnerTemp,
    toolCache,
    eventPath,
    event: options.event ?? {},
    facts: { ...usualFacts, ...options.facts },
    token,
    masks: createMasks([token, ...Object.values(options.secrets ?? {})]),
    env: {},
    path: [],
    trackingId: `github_${id}`,
    async remove() {
      await rm(eventPath, { force: true });
      // Another job may be at work in the same folder
      for (const name of ['_github_workflow', '_runner_file_commands']) {
        await rmdir(join(runnerTemp, name)).catch(() => undefined);
      }
      await Promise.all(made.map((root) => rm(root, { recursive: true, force: true })));
    },
  };
}
