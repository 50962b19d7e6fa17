import { defineCatalog } from '@modelferry/operation';
import { batchPrediction } from '../batch/jobs/batch-prediction-job.ts';
import { cancelBatchPrediction } from '../batch/jobs/cancel-batch-prediction.ts';
import type { DataRobotClient } from '../client/client.ts';
import { batchDefinitions } from '../lookups/batch-definitions.ts';
import { batchJobs } from '../lookups/batch-jobs.ts';
import { datasets } from '../lookups/datasets.ts';
import { deploymentFeatures } from '../lookups/deployment-features.ts';
import { deployments } from '../lookups/deployments.ts';
import { retrainingPolicies } from '../lookups/retraining-policies.ts';
import { cancelRetrainingRun } from '../retraining/cancel-run.ts';
import { retrainingRunKind } from '../retraining/run-reference.ts';
import { vendor } from '../vendor.ts';
import { batchDefinitionOperations } from './batch-definition.ts';
import { batchPredictionOperations } from './batch-prediction.ts';
import { datasetOperations } from './dataset.ts';
import { deploymentOperations } from './deployment.ts';
import { predictionOperations } from './prediction.ts';
import { retrainingOperations } from './retraining.ts';

/** All that can be asked of DataRobot. */
export const dataRobot = defineCatalog<DataRobotClient>({
  vendor,
  title: 'DataRobot',
  resources: {
    prediction: {
      title: 'Prediction',
      description: 'Rows that a deployment scores at once',
    },
    batchPrediction: {
      title: 'Batch Prediction',
      description: 'Files and tables that a deployment scores, one job after the other',
    },
    batchDefinition: {
      title: 'Batch Definition',
      description: 'Saved batch jobs that run on a schedule or on demand',
    },
    dataset: {
      title: 'Dataset',
      description: 'Tables in the AI Catalog, in versions',
    },
    deployment: {
      title: 'Deployment',
      description: 'Models in service, and which model is behind each deployment',
    },
    retraining: {
      title: 'Retraining',
      description: "Runs of a deployment's retraining policies",
    },
  },
  operations: [
    ...predictionOperations,
    ...batchPredictionOperations,
    ...batchDefinitionOperations,
    ...datasetOperations,
    ...deploymentOperations,
    ...retrainingOperations,
  ],
  lookups: { batchDefinitions, batchJobs, datasets, deployments, retrainingPolicies },
  columnLookups: { deploymentFeatures },
  cancels: { [batchPrediction]: cancelBatchPrediction, [retrainingRunKind]: cancelRetrainingRun },
});
