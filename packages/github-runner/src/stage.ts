import { createCommandFiles } from './command-files.ts';
import { watchCancel, type Cancel, type CancelWatch } from './cancel.ts';
import { commandReader } from './command-reader.ts';
import { environmentBytes, environmentStringBytes, tooLongVariable } from './environment-limit.ts';
import { stageEnvironment } from './environment.ts';
import { inputVariable } from './action-inputs.ts';
import type { JobSpace } from './job-space.ts';
import { readCommandFiles } from './read-command-files.ts';
import { runProcess, type ProcessEnd } from './run-process.ts';
import { createStageLog, type OnLine, type StageLog } from './stage-log.ts';
import type { Outcome, StageResult } from './stage-result.ts';
import { runnerPatience, type Patience } from './stop-process.ts';
import type { Variant } from './variants.ts';

/** One process of a step, and what it is given. */
export interface Stage {
  readonly space: JobSpace;
  /** How errors name it. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** @default the workspace */
  readonly cwd?: string;
  /** Lines the runner writes before it starts the process. */
  readonly heading: readonly string[];
  /** Warnings the runner writes before it starts the process. */
  readonly warnings: readonly string[];
  /** The `env` of the workflow, the job and the step. */
  readonly env: Readonly<Record<string, string>>;
  /** The INPUT_* and STATE_* variables. */
  readonly own: Readonly<Record<string, string>>;
  /** GITHUB_ACTION. */
  readonly action: string;
  /** The outputs of the step so far; the stage adds to them. */
  readonly outputs: Record<string, string>;
  /** The state of the step so far; the stage adds to it. */
  readonly state: Record<string, string>;
  readonly cancel?: Cancel;
  /** The step's `timeout-minutes`. @default none */
  readonly timeoutMinutes?: number;
  readonly variants: readonly Variant[];
  readonly patience?: Partial<Patience>;
  readonly onLine?: OnLine;
  /** Whether a process that stays behind is killed now, or left to the end of the job. */
  readonly killLeaks: boolean;
  /** Whether a failing exit code is an error annotation too, as for `run:`. */
  readonly reportExitCode: boolean;
}

/** Runs a process and obeys what it says in its lines and files. */
export async function runStage(stage: Stage): Promise<StageResult> {
  const { space, variants } = stage;
  const asked: string[] = [];
  const outputs = variants.includes('no-step-id') ? {} : stage.outputs;
  const cancelled = watchCancel(stage.cancel);
  const log = createStageLog(space.masks, (line) => {
    stage.onLine?.(line);
    if (line.stream !== 'runner') cancelled.onLine(line);
  });
  for (const line of stage.heading) log.write('runner', line);
  for (const warning of stage.warnings) log.warn(warning);

  const files = await createCommandFiles(space.runnerTemp);
  try {
    const trackingId = `${space.trackingId}_${files.id}`;
    const environment = stageEnvironment(space, { ...stage, files: files.variables, trackingId });
    const targets = { ...space, log, outputs, state: stage.state, asked, debug: variants.includes('debug') };
    const end = await start(stage, environment, trackingId, log, cancelled, commandReader(targets));
    const summary = await readCommandFiles(files, targets);
    warnOfLongOutputs(outputs, log);
    return {
      outcome: outcomeOf(end, log),
      exitCode: end.exitCode,
      signal: end.signal,
      lines: log.lines,
      outputs: { ...stage.outputs },
      state: { ...stage.state },
      summary,
      annotations: log.annotations,
      masks: asked,
      warnings: log.warnings,
      leaks: end.leaks,
      signals: end.signals,
    };
  } finally {
    cancelled.stop();
    await files.remove();
  }
}

async function start(
  stage: Stage,
  environment: Readonly<Record<string, string>>,
  trackingId: string,
  log: StageLog,
  cancelled: CancelWatch,
  onLine: (stream: 'stdout' | 'stderr', line: string) => void,
): Promise<ProcessEnd> {
  const tooLong = tooLongVariable(environment);
  const end = await runProcess({
    ...stage,
    cwd: stage.cwd ?? stage.space.workspace,
    environment,
    trackingId,
    refused: tooLong && `Argument list too long: ${tooLong} exceeds ${environmentStringBytes} bytes`,
    patience: { ...runnerPatience, ...stage.patience },
    inContainer: stage.variants.includes('container'),
    cancelled,
    onLine,
    ms: log.ms,
  });
  if (end.fault !== undefined)
    log.fail(`An error occurred trying to start process '${stage.program}'. ${end.fault}`);
  if (end.stoppedBy === 'cancel') log.error('The operation was canceled.');
  if (end.stoppedBy === 'timeout') {
    const minutes = stage.timeoutMinutes === undefined ? '' : ` after ${stage.timeoutMinutes} minutes`;
    log.error(`The action '${stage.name}' has timed out${minutes}.`);
  }
  if (stage.reportExitCode && end.stoppedBy === undefined && end.exitCode !== 0 && end.exitCode !== null) {
    log.error(`Process completed with exit code ${end.exitCode}.`);
  }
  return end;
}

function outcomeOf({ stoppedBy, exitCode }: ProcessEnd, log: StageLog): Outcome {
  if (stoppedBy === 'cancel') return 'cancelled';
  if (stoppedBy === 'timeout') return 'failure';
  return exitCode === 0 && !log.failed ? 'success' : 'failure';
}

function warnOfLongOutputs(outputs: Readonly<Record<string, string>>, log: StageLog): void {
  for (const [name, value] of Object.entries(outputs)) {
    const bytes = environmentBytes(inputVariable(name), value);
    if (bytes > environmentStringBytes) {
      log.note(
        `Output '${name}' takes ${bytes} bytes: a step that is given it cannot start (limit ${environmentStringBytes}).`,
      );
    }
  }
}
