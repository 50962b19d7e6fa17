import { choice, text } from '@modelferry/operation';
import * as v from 'valibot';
import { cancelBatchPrediction } from '../../batch/jobs/cancel-batch-prediction.ts';
import { batchJobIdOf, batchJobInput } from '../shared/batch-job-input.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const abortBatch = defineOperation({
  resource: 'batchPrediction',
  name: 'abort',
  title: 'Abort',
  action: 'Abort batch prediction',
  summary: 'End a batch job and remove it; one that has ended stays as it is',
  inputs: v.object({ jobId: batchJobInput }),
  outputs: v.object({
    jobId: text({ title: 'Job ID', description: 'ID of the batch job' }),
    outcome: choice({
      title: 'Outcome',
      description: 'What the abort found',
      choices: {
        cancelled: { title: 'Cancelled', description: 'The job was ended' },
        'already-ended': { title: 'Already Ended', description: 'The job had ended or was gone before' },
        'never-started': {
          title: 'Never Started',
          description: 'The job has no data: nothing runs, and its empty entry stays in the list',
        },
      },
    }),
  }),
  async run(context, given) {
    const jobId = batchJobIdOf(given.jobId);
    return { jobId, outcome: await cancelBatchPrediction(context, jobId) };
  },
});
