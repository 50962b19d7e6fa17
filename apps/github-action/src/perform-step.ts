import { CancelledError } from '@modelferry/http';
import { checkInputs, type CheckedInputs } from './check-inputs.ts';
import { failedReport } from './outcome/failure.ts';
import { skippedReport } from './outcome/skipped.ts';
import type { StepReport } from './outcome/step-report.ts';
import type { Stage } from './stage.ts';
import type { Step } from './step.ts';

/** Checks every input, and only then loads what it takes to send something. */
export async function performStep(stage: Stage, step: Step, signal: AbortSignal): Promise<StepReport> {
  const { face, operation } = step;
  const doing = operation.action;
  let checked: CheckedInputs;
  try {
    checked = await checkInputs(step, stage.env);
  } catch (error) {
    return failedReport(error, face, doing);
  }
  const { noFiles, host } = checked.given;
  if (noFiles.length > 0) {
    const report = skippedReport(doing, noFiles);
    if (host.ifNoFilesFound === 'warn') for (const detail of report.details ?? []) stage.log.warning(detail);
    return report;
  }
  if (signal.aborted) {
    const cancelled = new CancelledError('read the inputs');
    return { ...failedReport(cancelled, face, doing), outcome: 'cancelled' };
  }
  const { runOperation } = await import('./run/run-operation.ts');
  return runOperation({ stage, step, ...checked, signal }).catch((error: unknown) =>
    failedReport(error, face, doing),
  );
}
