import { runTogether, type ActionResult, type RunActionOptions } from '@modelferry/github-runner';
import { startSandbox, type Sandbox, type SandboxOptions } from '@modelferry/sandbox';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expectLaws } from './expect-laws.ts';
import { listFiles } from './list-files.ts';
import { secretsIn } from './secrets-in.ts';
import { signedQueries } from './signed-queries.ts';
import { temporaryFolders } from './temporary-folders.ts';

/** The folder of the package, in which each action has its own. */
const actions = join(__dirname, '../../..');
/** The action that a marketplace lists. */
const rootAction = join(actions, '../..');

/** What a run of an action may say beside its inputs. */
export type RunOptions = Omit<RunActionOptions, 'actionDir' | 'with' | 'workspace' | 'runnerTemp'>;

type Inputs = Readonly<Record<string, string>>;

/** One step among several that run at once: its action, its inputs, and the rest. */
export type StepOnStage = readonly [action: string, inputs: Inputs, options?: RunOptions];

/** One test's own world: the vendors, a runner with a workspace, and the actions as they are committed. */
export interface OnStage {
  readonly sandbox: Sandbox;
  readonly workspace: string;
  readonly runnerTemp: string;
  /** Writes a file into the workspace. @returns its path in it */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** Every file that lies in the workspace and in RUNNER_TEMP now, by its path below either. */
  files(): Promise<readonly string[]>;
  /** Runs an action, main and post: `prediction-one/retrain`, or `root` for the one that takes an `operation`. */
  run(action: string, inputs: Inputs, options?: RunOptions): Promise<ActionResult>;
  /** Runs several actions as background steps of one job. */
  together(...steps: readonly StepOnStage[]): Promise<readonly ActionResult[]>;
}

/** How a stage is set up. */
export interface StageOptions extends Pick<SandboxOptions, 'variants' | 'faults' | 'timeScale'> {
  /**
   * Whether jobs take one step a poll, as the sandbox has it by itself, so that a wait sees each status. Otherwise they have
   * ended as soon as someone looks: a poll is seconds long.
   * @default false
   */
  readonly stepByStep?: boolean;
}

/** A step of a job takes this small a part of a minute. */
const atOnce = 60_000;

/**
 * A test on a stage of its own, which is cleared away afterwards. Whatever a test is about, the laws hold: no secret stands
 * anywhere, no process and no half file stays behind, every fault that was planned was met.
 */
export function onStage(
  options: StageOptions,
  perform: (stage: OnStage) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const { variants, faults, stepByStep = false } = options;
    const timeScale = options.timeScale ?? (stepByStep ? undefined : atOnce);
    const sandbox = await startSandbox({ variants, faults, timeScale });
    const folders = await temporaryFolders('workspace', 'temp');
    const signed = signedQueries(sandbox.describe().storage.baseUrl);
    const results: ActionResult[] = [];
    try {
      const stage = stageOf(sandbox, folders.workspace, folders.temp, results);
      await perform(stage);
      await expectLaws(stage, results, [...secretsIn(sandbox.describe()), ...signed.seen()]);
    } finally {
      signed.stop();
      await Promise.all([sandbox.close(), folders.remove()]);
    }
  };
}

function stageOf(sandbox: Sandbox, workspace: string, runnerTemp: string, results: ActionResult[]): OnStage {
  const together = async (...steps: readonly StepOnStage[]) => {
    // The secrets are not told to the runner, as if they did not come from its own: all hiding is the action's
    const { secrets, facts, event } = steps[0]?.[2] ?? {};
    const ended = await runTogether(
      steps.map(([action, inputs, options]) => ({
        ...options,
        actionDir: action === 'root' ? rootAction : join(actions, action),
        with: inputs,
      })),
      { workspace, runnerTemp, secrets, facts, event },
    );
    results.push(...ended);
    return ended;
  };
  return {
    sandbox,
    workspace,
    runnerTemp,
    together,
    run: async (...step) => (await together(step))[0] as ActionResult,
    async file(name, content) {
      const path = join(workspace, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      return name;
    },
    files: async () => [...(await listFiles(workspace)), ...(await listFiles(runnerTemp))],
  };
}
