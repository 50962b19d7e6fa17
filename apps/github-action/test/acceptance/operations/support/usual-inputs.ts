import type { OnStage } from '../../support/on-stage.ts';
import {
  registerInputs,
  switchInputs,
  trainInputs,
  uploadDataInputs,
  waitInputs,
} from '../../abeja/support/steps.ts';
import {
  predictInputs,
  replaceInputs,
  retrainInputs,
  uploadInputs,
} from '../../datarobot/support/operations.ts';
import { access } from '../../datarobot/support/scoring.ts';

type Given = Readonly<Record<string, string>>;

/** What a step takes when all is well. */
const usual: Readonly<Record<string, (stage: OnStage) => Given | Promise<Given>>> = {
  'datarobot/predict': predictInputs,
  'datarobot/upload-dataset': uploadInputs,
  'datarobot/upload-dataset-version': async (stage) => ({
    ...(await uploadInputs(stage)),
    'dataset-id': '65a1',
  }),
  'datarobot/retrain': retrainInputs,
  'datarobot/wait-for-retraining': ({ sandbox }) => ({ ...access(sandbox), 'run-id': 'd1/p1/r1' }),
  'datarobot/replace-model': replaceInputs,
  'abeja/train': trainInputs,
  'abeja/wait': waitInputs,
  'abeja/register-model': registerInputs,
  'abeja/switch-service': switchInputs,
  'abeja/upload-data': uploadDataInputs,
};

/** What such a step takes when all is well, put in place. @param step `datarobot/predict` */
export async function usualInputs(stage: OnStage, step: string): Promise<Given> {
  const inputs = await usual[step]?.(stage);
  if (!inputs) throw new Error(`Nothing is known of ${step}.`);
  return inputs;
}
