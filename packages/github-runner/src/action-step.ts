import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readActionFile } from './action-file.ts';
import { actionInputs, inputVariable } from './action-inputs.ts';
import type { Cancel } from './cancel.ts';
import { headingBlock } from './heading-block.ts';
import type { JobSpace } from './job-space.ts';
import { runStage } from './stage.ts';
import { skippedStage, type LogLine, type StageResult } from './stage-result.ts';
import type { Patience } from './stop-process.ts';
import { nodeArguments, type Variant } from './variants.ts';

/** The two stages of a step that uses an action. */
export type StageName = 'main' | 'post';

/** What a step gives its action. */
export interface ActionStepOptions {
  readonly space: JobSpace;
  readonly actionDir: string;
  /** How the log names the step. @default the name of the action */
  readonly name?: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** The id of the step, for GITHUB_ACTION. */
  readonly stepId: string;
  /** The Node to run it on. */
  readonly node: string;
  readonly variants: readonly Variant[];
  readonly patience?: Partial<Patience>;
  readonly onLine?: (line: LogLine, stage: StageName) => void;
  /** Gives the default of an input its value. */
  readonly evaluate: (text: string) => string;
}

/** What may end a stage before its time. */
export interface StageLimits {
  readonly cancel?: Cancel;
  /** @default none */
  readonly timeoutMinutes?: number;
}

/** An action ready to run. */
export interface ActionStep {
  /** The condition of its post stage; undefined where it has none. */
  readonly postIf: string | undefined;
  main(limits: StageLimits): Promise<StageResult>;
  /** Runs with the inputs of main and the state that it left. */
  post(): Promise<StageResult>;
}

/**
 * Reads an action and joins its inputs.
 * @throws Error when the folder holds no action that runs on Node, or a file that it names is not there
 */
export async function prepareAction(options: ActionStepOptions): Promise<ActionStep> {
  const { space, actionDir, variants } = options;
  const action = await readActionFile(actionDir);
  const main = await existing(actionDir, action.main);
  const post = action.post === undefined ? undefined : await existing(actionDir, action.post);
  const inputs = actionInputs(options.with, action.inputs, options.evaluate);
  const name = options.name ?? action.name;
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};

  const run = async (stage: StageName, script: string, { cancel, timeoutMinutes }: StageLimits) =>
    runStage({
      space,
      name,
      program: options.node,
      args: [...nodeArguments(variants), script],
      heading:
        stage === 'main'
          ? runHeading(name, inputs.values, { ...space.env, ...options.env })
          : ['Post job cleanup.'],
      warnings: stage === 'main' ? inputs.warnings : [],
      env: options.env,
      own: {
        ...prefixed(inputs.values, inputVariable),
        ...prefixed(state, (key) => `STATE_${key}`),
      },
      action: options.stepId,
      outputs,
      state,
      variants,
      patience: options.patience,
      onLine: (line) => options.onLine?.(line, stage),
      killLeaks: true,
      reportExitCode: false,
      cancel,
      timeoutMinutes,
    });
  return {
    postIf: post === undefined ? undefined : action.postIf,
    main: (limits) => run('main', main, limits),
    post: async () => (post === undefined ? skippedStage(outputs, state) : run('post', post, {})),
  };
}

async function existing(actionDir: string, script: string): Promise<string> {
  const path = resolve(actionDir, script);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile)
    throw new Error(`While preparing the action in ${actionDir}: File not found: '${path}'. Build it first.`);
  return path;
}

function runHeading(
  name: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): readonly string[] {
  return [
    `##[group]Run ${name}`,
    ...headingBlock('with', inputs),
    ...headingBlock('env', env),
    '##[endgroup]',
  ];
}

const prefixed = (values: Readonly<Record<string, string>>, variable: (name: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [variable(name), value]));
