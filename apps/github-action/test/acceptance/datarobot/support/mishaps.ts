import type { Mishaps } from '../../operations/support/mishap.ts';

/** What a step gets over at DataRobot, one operation after the other. */
export const dataRobotMishaps: Mishaps = {
  'a prediction server that is busy': {
    step: 'datarobot/predict',
    made: 0,
    fault: { kind: 'http-503-burst', operation: 'predict', times: 2 },
  },
  'a quota of predictions that is used up for a second': {
    step: 'datarobot/predict',
    made: 0,
    fault: { kind: 'retry-after-seconds', operation: 'predict' },
  },
  'predictions that break off': {
    step: 'datarobot/predict',
    made: 0,
    fault: { kind: 'truncated-body', operation: 'predict' },
  },
  'an answer that is lost after a dataset was made': {
    step: 'datarobot/upload-dataset',
    fault: { kind: 'drop-before-answer', operation: 'datasetUpload' },
    told: /taken for|was made|made since/i,
  },
  'a busy server while a dataset is made': {
    step: 'datarobot/upload-dataset',
    fault: { kind: 'http-503-burst', operation: 'asyncStatus', times: 2 },
  },
  'an answer that is lost after a retraining was started': {
    step: 'datarobot/retrain',
    fault: { kind: 'drop-before-answer', operation: 'retrainingRunCreate' },
    told: /is taken for the one/,
  },
  'a failing look at a retraining': {
    step: 'datarobot/retrain',
    fault: { kind: 'http-500-once', operation: 'retrainingRun' },
  },
  'the page of a gateway in place of a retraining': {
    step: 'datarobot/retrain',
    fault: { kind: 'html-error', operation: 'retrainingRun' },
  },
  'an answer that is lost after a replacement was begun': {
    step: 'datarobot/replace-model',
    fault: { kind: 'drop-before-answer', operation: 'modelReplace' },
  },
  'a busy server while a model is replaced': {
    step: 'datarobot/replace-model',
    fault: { kind: 'http-503-burst', operation: 'asyncStatus', times: 2 },
  },
};
