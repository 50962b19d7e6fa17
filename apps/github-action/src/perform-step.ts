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
    checked = await checkInputs(step, stage.env, signal);
  } catch (error) {
    return failedReport(signal.aborted ? signal.reason : error, face, doing);
  }
  if (checked.given.noFiles.length > 0) return skippedReport(doing, checked.given);
  if (signal.aborted) return failedReport(signal.reason, face, doing);
  const { runOperation } = await import('./run/run-operation.ts');
  return runOperation({ stage, step, ...checked, signal }).catch((error: unknown) =>
    failedReport(error, face, doing),
  );
}
