import { defineCatalog } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import { deployments } from '../lookups/deployments.ts';
import { retrainingPolicies } from '../lookups/retraining-policies.ts';
import { batchPredictionEnded } from '../triggers/batch-prediction-ended.ts';
import { retrainingEnded } from '../triggers/retraining-ended.ts';
import { vendor } from '../vendor.ts';

/** What DataRobot can be watched for. Apart from its operations: who waits for events carries none of those along. */
export const dataRobotEvents = defineCatalog<DataRobotClient>({
  vendor,
  title: 'DataRobot',
  resources: {},
  operations: [],
  lookups: { deployments, retrainingPolicies },
  columnLookups: {},
  triggers: [batchPredictionEnded, retrainingEnded],
});
