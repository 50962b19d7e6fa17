import { count, file, flag } from '@modelferry/operation';
import * as v from 'valibot';
import { jobProgress } from '../../batch/jobs/describe-job.ts';
import { fillJob } from '../../batch/scoring/fill-job.ts';
import { lookAfterUpload } from '../../batch/scoring/look-after-upload.ts';
import { resumeTokenOf } from '../../batch/scoring/outputs-of.ts';
import { batchJobIdOf, batchJobInput } from '../shared/batch-job-input.ts';
import { resumeTokenOutput, statusOutputs } from '../shared/batch-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { partInputs } from '../shared/part-inputs.ts';

export const uploadBatchData = defineOperation({
  resource: 'batchPrediction',
  name: 'uploadData',
  title: 'Upload Data',
  action: 'Upload data of batch prediction',
  summary:
    'Send a CSV file of any size to a batch job that waits for it, in one piece or in parts as the job wants',
  cancellable: true,
  inputs: v.object({
    jobId: batchJobInput,
    file: file({
      title: 'File',
      description: 'The rows to score, as CSV with a header line',
      extensions: ['csv', 'tsv', 'txt'],
      textName: 'rows.csv',
    }),
    ...partInputs(),
    finalize: v.optional(
      flag({
        title: 'Finalize',
        description:
          'Whether to finalize the data after the last part, which starts the job. Only for a job that takes its data in parts; a single part never finalizes them',
        advanced: true,
      }),
      true,
    ),
    partNumber: v.optional(
      count({
        title: 'Part Number',
        description:
          'Sends the file as this one part, counted from 0, where you have split the data yourself: each part repeats the header, and Finalize follows the last. Without it, the file is all the data, and is split here where the job takes parts',
        min: 0,
        advanced: true,
      }),
    ),
  }),
  outputs: v.object({
    ...statusOutputs,
    sentRows: v.optional(
      count({ title: 'Sent Rows', description: 'Rows that were sent, the header not counted' }),
    ),
    resumeToken: resumeTokenOutput,
  }),
  async run(context, given) {
    const jobId = batchJobIdOf(given.jobId);
    const sentRows = await fillJob(context, { ...given, jobId });
    const { job } = await lookAfterUpload(context, jobId);
    return { ...jobProgress(jobId, job), sentRows, resumeToken: resumeTokenOf(jobId) };
  },
});
