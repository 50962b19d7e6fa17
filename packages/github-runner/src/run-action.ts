import type { Cancel } from './cancel.ts';
import { prepareAction, type StageName } from './action-step.ts';
import { createJobSpace, type JobSpace, type JobSpaceOptions } from './job-space.ts';
import { skippedStage, type LogLine, type StageResult } from './stage-result.ts';
import type { Patience } from './stop-process.ts';
import type { Variant } from './variants.ts';
import { contextsOf } from './workflow/contexts.ts';
import { holds } from './workflow/expand.ts';
import { inputDefault } from './workflow/input-default.ts';
import type { JobStatus } from './workflow/scope.ts';

/** One run of an action. */
export interface RunActionOptions extends JobSpaceOptions {
  /** The folder of its `action.yml`. */
  readonly actionDir: string;
  /** The inputs. @default {} */
  readonly with?: Readonly<Record<string, string>>;
  /** The `env` of the step. Of the caller's environment only PATH and HOME are added. @default {} */
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run it on. @default the one that runs this */
  readonly node?: string;
  /** The id of the step. @default 'step' */
  readonly stepId?: string;
  /** An end of main before its time. */
  readonly cancel?: Cancel;
  /** The step's `timeout-minutes`; may be a fraction here. @default none */
  readonly timeoutMinutes?: number;
  readonly variant?: Variant | readonly Variant[];
  /** Sets the proxy variables in both spellings, as on a runner behind a proxy. */
  readonly proxy?: { readonly url: string; readonly noProxy?: string };
  readonly onLine?: (line: LogLine, stage: StageName) => void;
  /** Shorter times for tests of the runner itself. */
  readonly patience?: Partial<Patience>;
}

/** What became of an action. Its post stage is `skipped` where there is none. */
export interface ActionResult {
  readonly main: StageResult;
  readonly post: StageResult;
}

/**
 * Runs an action as the only step of a job: main, then post.
 * @throws Error when the folder holds no action that runs on Node, or when the caller's promise of a cancel rejects
 */
export async function runAction(options: RunActionOptions): Promise<ActionResult> {
  const [result] = await runTogether([options], options);
  return result as ActionResult;
}

/**
 * Runs several actions at once as background steps of one job: they share the workspace, RUNNER_TEMP and the masks. Once
 * all have ended, the post stages run one after another, the last first.
 */
export async function runTogether(
  steps: readonly Omit<RunActionOptions, keyof JobSpaceOptions>[],
  job: JobSpaceOptions,
): Promise<readonly ActionResult[]> {
  const space = await createJobSpace(job);
  try {
    const prepared = await Promise.all(steps.map((step) => prepare(step, space)));
    const ran = await Promise.allSettled(
      prepared.map(async ({ action, step }) => ({ action, main: await action.main(step) })),
    );
    const results: ActionResult[] = [];
    const scope = { contexts: contextsOf(space), status: worst(ran), workspace: space.workspace };
    for (const settled of ran.toReversed()) {
      if (settled.status === 'rejected') throw settled.reason;
      const { action, main } = settled.value;
      const runs = action.postIf !== undefined && holds(action.postIf, scope);
      results.unshift({ main, post: runs ? await action.post() : skippedStage(main.outputs, main.state) });
    }
    return results;
  } finally {
    await space.remove();
  }
}

function worst(ran: readonly PromiseSettledResult<{ readonly main: StageResult }>[]): JobStatus {
  const outcomes = ran.map((settled) =>
    settled.status === 'fulfilled' ? settled.value.main.outcome : 'failure',
  );
  return outcomes.includes('cancelled') ? 'cancelled' : outcomes.includes('failure') ? 'failure' : 'success';
}

async function prepare(step: Omit<RunActionOptions, keyof JobSpaceOptions>, space: JobSpace) {
  const scope = { contexts: contextsOf(space), status: 'success', workspace: space.workspace } as const;
  const action = await prepareAction({
    space,
    actionDir: step.actionDir,
    with: step.with ?? {},
    env: { ...proxyVariables(step.proxy), ...step.env },
    stepId: step.stepId ?? 'step',
    node: step.node ?? process.execPath,
    variants: [step.variant ?? []].flat(),
    patience: step.patience,
    onLine: step.onLine,
    evaluate: (text) => inputDefault(text, scope),
  });
  return { action, step };
}

function proxyVariables(proxy: RunActionOptions['proxy']): Readonly<Record<string, string>> {
  if (proxy === undefined) return {};
  const values = { http_proxy: proxy.url, https_proxy: proxy.url, no_proxy: proxy.noProxy ?? '' };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => [
      [name, value],
      [name.toUpperCase(), value],
    ]),
  );
}
