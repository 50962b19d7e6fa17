import { flag, text, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { quoted } from '../../jobs/job-message.ts';
import { jobState } from '../../jobs/job-state.ts';
import { outputsOf } from '../../scoring/outputs-of.ts';
import { batchJobIdOf, batchJobInput } from '../shared/batch-job-input.ts';
import { statusOutputs } from '../shared/batch-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const getBatch = defineOperation({
  resource: 'batchPrediction',
  name: 'get',
  title: 'Get',
  action: 'Get batch prediction',
  summary: 'Get the status of a batch job once, without waiting',
  inputs: v.object({ jobId: batchJobInput }),
  outputs: v.object({
    ...statusOutputs,
    failed: flag({ title: 'Failed', description: 'Whether the job has ended badly' }),
    created: v.optional(text({ title: 'Created', description: 'When the job was made', advanced: true })),
    logs: v.optional(texts({ title: 'Logs', description: 'What the job has logged', advanced: true })),
  }),
  async run({ client, signal }, given) {
    const jobId = batchJobIdOf(given.jobId);
    const job = await client.getBatchJob(jobId, signal);
    const state = jobState(job.status);
    const {
      resumeToken: _,
      resultFile: __,
      resultRows: ___,
      ...status
    } = outputsOf(jobId, {
      job,
      finished: state === 'succeeded',
    });
    const failed = state === 'failed';
    return {
      ...status,
      pending: status.pending && !failed,
      failed,
      created: job.created,
      logs: job.logs?.map(quoted),
    };
  },
});
