import type { Attacks } from '../../operations/support/attack.ts';
import { evilText as message } from '../../support/evil-text.ts';

/** Where DataRobot may have something to say. */
export const dataRobotAttacks: Attacks = {
  'in the answer of a prediction server': {
    step: 'datarobot/predict',
    fault: { kind: 'vendor-error', operation: 'predict', message },
  },
  'in why a dataset could not be made': {
    step: 'datarobot/upload-dataset',
    fault: { kind: 'async-error', message },
  },
  'in why a retraining failed': {
    step: 'datarobot/retrain',
    fault: { kind: 'run-fails', message },
  },
  'in why a model could not be replaced': {
    step: 'datarobot/replace-model',
    fault: { kind: 'replacement-errored', message },
  },
  'in the page of a gateway': {
    step: 'datarobot/retrain',
    fault: {
      kind: 'html-error',
      ...{ operation: 'retrainingSettings', status: 422, body: `<html>${message}</html>` },
    },
  },
};
