import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Cancel } from '../cancel.ts';
import { headingBlock } from '../heading-block.ts';
import type { JobSpace } from '../job-space.ts';
import { runStage } from '../stage.ts';
import type { StageResult } from '../stage-result.ts';
import { expand } from './expand.ts';
import { listenerOf, variantsOf, type JobRun, type StepRecord } from './job-run.ts';
import type { StepValues } from './step-values.ts';
import type { Script } from './step.ts';

/** What the named shells are started with; any other text with a `{0}` in it is taken as it is. */
const shells: Readonly<Record<string, string>> = {
  '': 'bash -e {0}',
  bash: 'bash --noprofile --norc -e -o pipefail {0}',
  sh: 'sh -e {0}',
  python: 'python {0}',
};

/** Runs the script of a step from a file in RUNNER_TEMP. */
export async function runScript(
  run: JobRun,
  step: Script,
  record: StepRecord,
  { env, scope, timeoutMinutes }: StepValues,
  space: JobSpace,
  cancel: Cancel,
): Promise<StageResult> {
  const script = expand(step.run, scope);
  const shell = expand(step.shell ?? '', scope);
  const template = shells[shell] ?? shell;
  if (!template.includes('{0}')) {
    throw new Error(
      `While starting the step '${record.name}': no shell is called '${shell}'. Write e.g. 'bash'.`,
    );
  }
  const path = join(space.runnerTemp, `${randomUUID()}.sh`);
  await writeFile(path, `${script}\n`);
  const [program = 'bash', ...args] = template.split(' ').map((word) => word.replace('{0}', path));
  const lines = script.trimEnd().split('\n');
  try {
    return await runStage({
      space,
      name: record.name,
      program,
      args,
      cwd: resolve(space.workspace, expand(step.workingDirectory ?? '', scope)),
      heading: [
        `##[group]Run ${lines[0] ?? ''}`,
        ...lines,
        `shell: ${template}`,
        ...headingBlock('env', { ...space.env, ...env }),
        '##[endgroup]',
      ],
      warnings: [],
      env,
      own: {},
      action: step.id ?? '__run',
      outputs: {},
      state: {},
      cancel,
      timeoutMinutes,
      variants: variantsOf(run, step),
      patience: run.options.patience,
      onLine: listenerOf(run, record),
      killLeaks: false,
      reportExitCode: true,
    });
  } finally {
    await rm(path, { force: true });
  }
}
