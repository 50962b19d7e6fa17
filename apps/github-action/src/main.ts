import { InputError } from '@modelferry/http';
import { abortOnCancel } from './cancel/stop-signals.ts';
import { stepsOf } from './face/index.ts';
import { inputText } from './inputs/input-text.ts';
import { performStep } from './perform-step.ts';
import { reported } from './outcome/reported.ts';
import { openStage } from './stage.ts';
import { loadStep, type Step } from './step.ts';
import { vendors } from './vendors/index.ts';

/** Runs the step that an action stands for: the whole life of its main process. */
export function runStep(vendorName: string, stepName: string): Promise<void> {
  return runLoaded(() => loadStep(vendorName, stepName));
}

/** Runs the step that the input `operation` names: `prediction-one/retrain`. For the one action at the root. */
export function runChosen(): Promise<void> {
  return runLoaded(async (env) => {
    const chosen = inputText(env, 'operation');
    const known = await allSteps();
    if (chosen === undefined || !known.includes(chosen)) {
      const problem = chosen === undefined ? 'is required' : `"${chosen}" is no operation`;
      throw new InputError([{ field: 'operation', problem, remedy: `Give one of: ${known.join(', ')}.` }]);
    }
    const [vendorName = '', stepName = ''] = chosen.split('/');
    return loadStep(vendorName, stepName);
  });
}

async function runLoaded(load: (env: NodeJS.ProcessEnv) => Promise<Step>): Promise<void> {
  const stage = openStage();
  const signal = abortOnCancel('run the step');
  await reported(stage, async () => performStep(stage, await load(process.env), signal));
}

async function allSteps(): Promise<readonly string[]> {
  const hosts = await Promise.all(vendors.map(({ load }) => load()));
  return hosts.flatMap(({ catalog }) => stepsOf(catalog).map(({ ciStep }) => `${catalog.vendor}/${ciStep}`));
}
