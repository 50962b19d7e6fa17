import * as v from 'valibot';
import { describeJob } from '../../training/describe-job.ts';
import { namedJob } from '../../training/job-reference.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobInputs } from '../shared/job-inputs.ts';
import { jobOutputs } from '../shared/job-outputs.ts';

export const getJob = defineOperation({
  resource: 'job',
  name: 'get',
  title: 'Get',
  action: 'Get training job',
  summary: 'Get the status and the statistics of a training job once, without waiting',
  inputs: v.object(jobInputs),
  outputs: v.object(jobOutputs),
  async run({ client, signal }, given) {
    const reference = namedJob(given);
    return describeJob(reference, await client.getJob(reference.definition, reference.jobId, signal));
  },
});
