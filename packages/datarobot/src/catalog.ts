import { defineCatalog } from '@modelferry/operation';
import type { DataRobotClient } from './client/client.ts';
import { batchPrediction } from './jobs/batch-prediction-job.ts';
import { cancelBatchPrediction } from './jobs/cancel-batch-prediction.ts';
import { deployments } from './lookups.ts';
import { abortBatch } from './operations/abort-batch.ts';
import { getBatch } from './operations/get-batch.ts';
import { scoreBatch } from './operations/score-batch.ts';
import { waitForBatch } from './operations/wait-for-batch.ts';
import { vendor } from './vendor.ts';

/** All that can be asked of DataRobot. */
export const dataRobot = defineCatalog<DataRobotClient>({
  vendor,
  title: 'DataRobot',
  resources: {
    batchPrediction: {
      title: 'Batch Prediction',
      description: 'Files that a deployment scores, one job after the other',
    },
  },
  operations: [scoreBatch, waitForBatch, getBatch, abortBatch],
  lookups: { deployments },
  columnLookups: {},
  cancels: { [batchPrediction]: cancelBatchPrediction },
});
