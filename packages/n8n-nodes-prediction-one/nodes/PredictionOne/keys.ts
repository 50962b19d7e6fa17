import type { INodeProperties } from 'n8n-workflow';

/** The credential types, one for each kind of key that users really have. */
export const credentialTypes = {
  management: 'predictionOneManagementApi',
  retrain: 'predictionOneRetrainApi',
  prediction: 'predictionOnePredictionApi',
} as const;

/** Operations that work with the retrain key of one model as well as with the Secret Key of the account. */
export const retrainOperations = [
  'retrain',
  'getRetraining',
  'waitForRetraining',
  'downloadResult',
  'switch',
];

/** Which keys retrain. */
export const retrainKeys: INodeProperties = {
  displayName: 'Keys',
  name: 'retrainKeys',
  type: 'options',
  // Credentials are shown by its value as it stands: of an expression n8n would ask for all of them
  noDataExpression: true,
  displayOptions: { show: { resource: ['model'], operation: retrainOperations } },
  options: [
    {
      name: 'Retrain Key',
      value: 'retrainKey',
      description: 'The key of the published model; whether a switch has arrived is not looked at',
    },
    {
      name: 'Management Key',
      value: 'managementKey',
      description:
        'The Secret Key: the retrain key is fetched for the Prediction API that you add under Options',
    },
    {
      name: 'Retrain and Management Keys',
      value: 'bothKeys',
      description:
        'The retrain key for retraining, and the management key to look whether a switch has arrived',
    },
  ],
  default: 'retrainKey',
  description: 'Which of your keys to use',
};

/** Which keys score. */
export const predictionKeys: INodeProperties = {
  displayName: 'Keys',
  name: 'predictionKeys',
  type: 'options',
  noDataExpression: true,
  options: [
    {
      name: 'Prediction Key',
      value: 'predictionKey',
      description: 'URL and key of one prediction API, as its screen shows them',
    },
    {
      name: 'Management Key',
      value: 'managementKey',
      description: 'The Secret Key or a deploy key: choose the prediction API from the list',
    },
  ],
  default: 'predictionKey',
  description: 'Which of your keys to use',
};
