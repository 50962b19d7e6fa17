import * as v from 'valibot';
import { jobProgress } from '../../batch/jobs/describe-job.ts';
import { finalizeParts } from '../../batch/scoring/finalize-parts.ts';
import { lookAfterUpload } from '../../batch/scoring/look-after-upload.ts';
import { resumeTokenOf } from '../../batch/scoring/outputs-of.ts';
import { batchJobIdOf, batchJobInput } from '../shared/batch-job-input.ts';
import { resumeTokenOutput, statusOutputs } from '../shared/batch-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const finalizeBatch = defineOperation({
  resource: 'batchPrediction',
  name: 'finalize',
  title: 'Finalize',
  action: 'Finalize data of batch prediction',
  summary:
    'Tell DataRobot that all parts of the data of a batch job have been sent, so that scoring can start',
  cancellable: true,
  inputs: v.object({ jobId: batchJobInput }),
  outputs: v.object({ ...statusOutputs, resumeToken: resumeTokenOutput }),
  async run(context, given) {
    const jobId = batchJobIdOf(given.jobId);
    await finalizeParts(context, jobId);
    const { job } = await lookAfterUpload(context, jobId);
    return { ...jobProgress(jobId, job), resumeToken: resumeTokenOf(jobId) };
  },
});
