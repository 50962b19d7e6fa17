import { refused, type Refusals } from '../../operations/support/refusal.ts';

/** What DataRobot may refuse a step, one operation after the other. */
export const dataRobotRefusals: Refusals = {
  'a key that is revoked, before a prediction': {
    step: 'datarobot/predict',
    fault: { kind: 'token-revoked', operation: 'deployment' },
    told: /answered 401.*Check the `api-token`/s,
  },
  'a key that the prediction server does not take': {
    step: 'datarobot/predict',
    fault: refused('predict', 401, 'Invalid token'),
    told: /answered 401, "Invalid token"/,
  },
  'a deployment that cannot be used': {
    step: 'datarobot/predict',
    fault: refused('deployment', 403, 'No access'),
    told: /answered 403, "No access"/,
  },
  'a deployment that is not there': {
    step: 'datarobot/predict',
    fault: refused('deployment', 404, 'Deployment not found'),
    told: /answered 404, "Deployment not found"/,
  },
  'rows that cannot be scored': {
    step: 'datarobot/predict',
    fault: refused('predict', 422, 'no such column'),
    told: /answered 422, "no such column"/,
  },
  'half of the predictions': {
    step: 'datarobot/predict',
    fault: { kind: 'truncated-json', operation: 'predict' },
    told: /406|whole|rows/,
  },
  'a key that is revoked, before an upload': {
    step: 'datarobot/upload-dataset',
    fault: { kind: 'token-revoked', operation: 'datasets' },
    told: /answered 401.*Check the `api-token`/s,
  },
  'an upload without rights': {
    step: 'datarobot/upload-dataset',
    fault: refused('datasetUpload', 403, 'No access'),
    told: /answered 403, "No access"/,
  },
  'a dataset that is too large': {
    step: 'datarobot/upload-dataset',
    fault: { kind: 'dataset-too-large' },
    told: /too large|larger/i,
  },
  'a dataset that cannot be read': {
    step: 'datarobot/upload-dataset',
    fault: { kind: 'async-error', skip: 1, message: 'not a table' },
    told: /not a table/,
  },
  'a deployment that cannot be retrained': {
    step: 'datarobot/retrain',
    fault: refused('retrainingSettings', 404, 'Deployment not found'),
    told: /answered 404, "Deployment not found"/,
  },
  'a policy that is refused': {
    step: 'datarobot/retrain',
    fault: refused('retrainingRunCreate', 422, 'no user to train as'),
    told: /answered 422, "no user to train as"/,
  },
  'a key that is revoked, before a retraining': {
    step: 'datarobot/retrain',
    fault: { kind: 'token-revoked', operation: 'retrainingSettings' },
    told: /answered 401.*Check the `api-token`/s,
  },
  'a retraining that fails': {
    step: 'datarobot/retrain',
    fault: { kind: 'run-fails', message: 'too few rows' },
    told: /too few rows/,
  },
  'a model that is not there': {
    step: 'datarobot/replace-model',
    fault: refused('modelValidate', 404, 'Model package not found'),
    told: /answered 404, "Model package not found"/,
  },
  'a replacement without rights': {
    step: 'datarobot/replace-model',
    fault: refused('modelReplace', 403, 'No access'),
    told: /answered 403, "No access"/,
  },
  'a replacement that fails': {
    step: 'datarobot/replace-model',
    fault: { kind: 'replacement-errored', message: 'cannot deploy' },
    told: /cannot deploy|errored/,
  },
};
