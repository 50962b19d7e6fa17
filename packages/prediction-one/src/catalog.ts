import { defineCatalog } from '@modelferry/operation';
import type { PredictionOneClient } from './client/client.ts';
import { classifiers, dataSets, models } from './lookups.ts';
import { createClassifier } from './operations/create-classifier.ts';
import { deleteClassifier } from './operations/delete-classifier.ts';
import { deleteDataSet } from './operations/delete-data-set.ts';
import { deleteModel } from './operations/delete-model.ts';
import { downloadResult } from './operations/download-result.ts';
import { getClassifiers } from './operations/get-classifiers.ts';
import { getColumns } from './operations/get-columns.ts';
import { getDataSets } from './operations/get-data-sets.ts';
import { getModels } from './operations/get-models.ts';
import { getRetraining } from './operations/get-retraining.ts';
import { predict } from './operations/predict.ts';
import { retrain } from './operations/retrain.ts';
import { switchModel } from './operations/switch-model.ts';
import { train } from './operations/train.ts';
import { updateClassifier } from './operations/update-classifier.ts';
import { waitForRetraining } from './operations/wait-for-retraining.ts';
import { trainingColumns } from './scoring/columns-lookup.ts';
import { vendor } from './vendor.ts';

/** All that can be asked of Prediction One. */
export const predictionOne = defineCatalog<PredictionOneClient>({
  vendor,
  title: 'Sony Prediction One',
  resources: {
    model: { title: 'Model', description: 'Trained models, and the retraining of published ones' },
    dataSet: { title: 'Data Set', description: 'Tables that models were trained on' },
    predictionApi: {
      title: 'Prediction API',
      description: 'Published models, which answer scoring requests',
    },
    prediction: { title: 'Prediction', description: 'Answers of a published model' },
  },
  operations: [
    retrain,
    getRetraining,
    waitForRetraining,
    downloadResult,
    switchModel,
    train,
    getModels,
    deleteModel,
    getDataSets,
    getColumns,
    deleteDataSet,
    createClassifier,
    getClassifiers,
    updateClassifier,
    deleteClassifier,
    predict,
  ],
  lookups: { models, classifiers, dataSets },
  columnLookups: { trainingColumns },
});
