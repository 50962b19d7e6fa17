import { abortOnCancel } from './cancel/stop-signals.ts';
import { abortOnUnforeseen } from './cancel/abort-on-unforeseen.ts';
import { inputText } from './inputs/input-text.ts';
import { reported } from './outcome/reported.ts';
import { performStep } from './perform-step.ts';
import { leaveSoon } from './run/leave-soon.ts';
import { openStage } from './stage.ts';
import { loadChosenStep, loadStep, type Step } from './step.ts';

/** Runs the step that an action stands for: the whole life of its main process. Nothing runs before it is called. */
export function runStep(vendorName: string, stepName: string): Promise<void> {
  return run(() => loadStep(vendorName, stepName));
}

/**
 * Runs the step that the input `operation` names: `prediction-one/retrain`. For the one action at the root.
 * @param known all that there are
 */
export function runChosen(...known: readonly string[]): Promise<void> {
  return run(() => loadChosenStep(inputText(process.env, 'operation'), known));
}

async function run(load: () => Promise<Step>): Promise<void> {
  const stage = openStage();
  const stop = new AbortController();
  abortOnCancel(stop, 'run the step');
  abortOnUnforeseen(stop);
  await reported(stage, async () => performStep(stage, await load(), stop.signal), stop.signal);
  leaveSoon();
}
