import { abortBatch } from '../operations/batch-prediction/abort-batch.ts';
import { createBatch } from '../operations/batch-prediction/create-batch.ts';
import { downloadBatchResult } from '../operations/batch-prediction/download-batch-result.ts';
import { finalizeBatch } from '../operations/batch-prediction/finalize-batch.ts';
import { getBatch } from '../operations/batch-prediction/get-batch.ts';
import { getBatches } from '../operations/batch-prediction/get-batches.ts';
import { rerunBatch } from '../operations/batch-prediction/rerun-batch.ts';
import { scoreBatch } from '../operations/batch-prediction/score-batch.ts';
import { uploadBatchData } from '../operations/batch-prediction/upload-batch-data.ts';
import { waitForBatch } from '../operations/batch-prediction/wait-for-batch.ts';

/** In the order in which they are shown. */
export const batchPredictionOperations = [
  scoreBatch,
  createBatch,
  uploadBatchData,
  finalizeBatch,
  waitForBatch,
  downloadBatchResult,
  getBatch,
  getBatches,
  abortBatch,
  rerunBatch,
];
