import { quoteVendorText } from '@modelferry/http';
import { texts } from '@modelferry/operation';
import * as v from 'valibot';
import { describeJob } from '../../batch/jobs/describe-job.ts';
import { batchJobIdOf, batchJobInput } from '../shared/batch-job-input.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobOutputs } from '../shared/job-outputs.ts';

export const getBatch = defineOperation({
  resource: 'batchPrediction',
  name: 'get',
  title: 'Get',
  action: 'Get batch prediction',
  summary: 'Get the status of a batch job once, without waiting',
  inputs: v.object({ jobId: batchJobInput }),
  outputs: v.object({
    ...jobOutputs,
    logs: v.optional(texts({ title: 'Logs', description: 'What the job has logged', advanced: true })),
  }),
  async run({ client, signal }, given) {
    const job = await client.getBatchJob(batchJobIdOf(given.jobId), signal);
    return { ...describeJob(job), logs: job.logs?.map((text) => quoteVendorText(text)) };
  },
});
