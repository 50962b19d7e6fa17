import { flag, records } from '@modelferry/operation';
import * as v from 'valibot';
import { describeDefinition } from '../../definitions/describe-definition.ts';
import { describeJob } from '../../training/describe-job.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { definitionOutputs } from '../shared/definition-outputs.ts';
import { jobOutputs } from '../shared/job-outputs.ts';

export const getDefinition = defineOperation({
  resource: 'definition',
  name: 'get',
  title: 'Get',
  action: 'Get job definition',
  summary: 'Get a job definition, with its jobs where that is asked for',
  inputs: v.object({
    definition: definitionInput('the job definition to get'),
    includeJobs: v.optional(
      flag({
        title: 'Include Jobs',
        description: 'Whether to get its jobs, too, which is slow where there are many',
      }),
      false,
    ),
  }),
  outputs: v.object({
    ...definitionOutputs,
    jobs: v.optional(
      records({
        title: 'Jobs',
        description: 'Its training jobs, where they were asked for',
        entries: jobOutputs,
      }),
    ),
  }),
  async run({ client, signal }, { definition, includeJobs }) {
    const found = await client.getDefinition(definition, { includeJobs }, signal);
    const jobs = found.jobs?.map((job) => describeJob({ definition, jobId: job.jobId }, job));
    return { ...describeDefinition(found), ...(includeJobs && { jobs: jobs ?? [] }) };
  },
});
