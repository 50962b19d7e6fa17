import { headerKey } from '@modelferry/auth';
import { predictionOne, type PredictionOneClient } from '@modelferry/prediction-one';
import type { VendorHost } from '../vendor.ts';
import { predictionOneJobs } from './job-kinds.ts';

/** Which input carries which kind of key. */
const keyInputs = {
  retrain: 'retrain-key',
  prediction: 'prediction-key',
  deploy: 'deploy-key',
  train: 'train-key',
  secret: 'secret-key',
} as const;

/** Prediction One as steps of CI run it. */
export const predictionOneHost: VendorHost<PredictionOneClient> = {
  catalog: predictionOne,
  jobs: predictionOneJobs,
  async createClient({ transport, given, clock, secrets, warn }) {
    const keys = Object.entries(keyInputs).flatMap(([kind, input]) => {
      const key = given[input];
      return key === undefined ? [] : [[kind, { authorizer: headerKey('x-api-key', key, secrets) }]];
    });
    const managementUrl = given['management-url'];
    const { createPredictionOneClient } = await import('./create-prediction-one-client.ts');
    return createPredictionOneClient({
      transport,
      keys: Object.fromEntries(keys),
      region: given['region'] === 'international' ? 'international' : 'japan',
      managementUrl,
      clock,
      secrets,
      warn,
    });
  },
};
