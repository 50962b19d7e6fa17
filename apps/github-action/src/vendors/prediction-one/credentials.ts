import type { Credential } from '../vendor.ts';

/** The keys that users really have: of one model, of one prediction API, or of the account. */
export const predictionOneCredentials: readonly Credential[] = [
  {
    name: 'retrain-key',
    description: 'Retrain key of the published model. Pass it from secrets.',
    secret: true,
    required: false,
    steps: ['retrain', 'wait', 'switch-model'],
  },
  {
    name: 'prediction-key',
    description: 'Prediction key of the prediction API, which its screen shows. Pass it from secrets.',
    secret: true,
    required: false,
    steps: ['predict'],
  },
  {
    name: 'deploy-key',
    description:
      'Deploy key, to look whether a switch has arrived and to find prediction APIs. Pass it from secrets.',
    secret: true,
    required: false,
    steps: ['retrain', 'switch-model', 'predict'],
  },
  {
    name: 'train-key',
    description: 'Train key, to check the columns of each row before it is sent. Pass it from secrets.',
    secret: true,
    required: false,
    steps: ['predict'],
  },
  {
    name: 'secret-key',
    called: 'Secret Key',
    description: 'Secret Key of the account: the other keys are fetched with it. Pass it from secrets.',
    secret: true,
    required: false,
  },
  {
    name: 'region',
    description: 'japan for Prediction One, international for Easy Predictive Analytics.',
    secret: false,
    required: false,
    default: 'japan',
    choices: ['japan', 'international'],
  },
  {
    name: 'management-url',
    called: 'base URL',
    isUrl: true,
    description: "Origin of the management API, where it is not the region's own.",
    example: 'https://developer-api.predictionone.sony.biz',
    secret: false,
    required: false,
  },
];
