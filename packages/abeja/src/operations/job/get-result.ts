import { flag } from '@modelferry/operation';
import * as v from 'valibot';
import { describeJob } from '../../training/describe-job.ts';
import { namedJob } from '../../training/job-reference.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobInputs } from '../shared/job-inputs.ts';
import { jobOutputs } from '../shared/job-outputs.ts';

export const getResult = defineOperation({
  resource: 'job',
  name: 'getResult',
  title: 'Get Result',
  action: 'Get result of training job',
  summary: 'Get whether a training job has a result to download, and the last figures that it told',
  inputs: v.object(jobInputs),
  outputs: v.object({
    available: flag({ title: 'Available', description: 'Whether there is a result to download' }),
    ...jobOutputs,
  }),
  async run({ client, signal }, given) {
    const reference = namedJob(given);
    const { definition, jobId } = reference;
    const [job, url] = await Promise.all([
      client.getJob(definition, jobId, signal),
      client.getResultUrl(definition, jobId, signal),
    ]);
    return { available: url !== undefined, ...describeJob(reference, job) };
  },
});
