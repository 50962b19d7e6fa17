import { flag, savedFile } from '@modelferry/operation';
import * as v from 'valibot';
import { describeJob } from '../../batch/jobs/describe-job.ts';
import { fetchResult } from '../../batch/result/fetch-result.ts';
import { tellRows } from '../../batch/scoring/tell-rows.ts';
import { batchJobIdOf, batchJobInput } from '../shared/batch-job-input.ts';
import { resultFileOutputs } from '../shared/batch-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobOutputs } from '../shared/job-outputs.ts';
import { waitingInputs } from '../shared/waiting-inputs.ts';

export const downloadBatchResult = defineOperation({
  resource: 'batchPrediction',
  name: 'downloadResult',
  title: 'Download Result',
  action: 'Download result of batch prediction',
  summary: 'Download the result of a batch job that has completed, within 48 hours',
  inputs: v.object({
    jobId: batchJobInput,
    resultFileName: waitingInputs.resultFileName,
    keepPartial: v.optional(
      flag({
        title: 'Keep Partial Result',
        description:
          'Whether to keep what an aborted or failed job had scored, where the server hands it out; the output Whole is then false',
        advanced: true,
      }),
      false,
    ),
  }),
  outputs: v.object({
    ...jobOutputs,
    ...resultFileOutputs,
    resultFile: savedFile({ title: 'Result File', description: 'The scored rows as CSV' }),
    whole: flag({ title: 'Whole', description: 'Whether the file is the whole result, checked to be so' }),
  }),
  async run(context, { keepPartial, resultFileName: fileName, ...given }) {
    const jobId = batchJobIdOf(given.jobId);
    const { job, file, rows, whole } = await fetchResult(context, { jobId, fileName, keepPartial });
    if (whole) tellRows(context, job, { sent: undefined, inResult: rows });
    return { ...describeJob(job), resultFile: file, resultRows: rows, whole };
  },
});
