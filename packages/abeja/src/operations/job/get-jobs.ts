import { listInputs, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { allJobs } from '../../client/lists.ts';
import { describeJob } from '../../training/describe-job.ts';
import { newestJobs } from '../../training/newest-jobs.ts';
import { includeArchived } from '../shared/archive-inputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { jobOutputs } from '../shared/job-outputs.ts';

export const getJobs = defineOperation({
  resource: 'job',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many training jobs',
  summary: 'Get the training jobs of a job definition, the newest first',
  result: 'many',
  inputs: v.object({
    definition: definitionInput('the job definition whose jobs are listed'),
    ...listInputs,
    statuses: v.optional(
      texts({
        title: 'Statuses',
        description: 'Only jobs with one of these; without any, all',
        choices: {
          Pending: { title: 'Pending' },
          Active: { title: 'Active' },
          Complete: { title: 'Complete' },
          Failed: { title: 'Failed' },
          Stopped: { title: 'Stopped' },
        },
        advanced: true,
      }),
      [],
    ),
    includeArchived: includeArchived('jobs'),
  }),
  outputs: v.object(jobOutputs),
  async run({ client, signal }, { definition, returnAll, limit, statuses, ...filter }) {
    const isWanted = ({ status }: { readonly status: string }) =>
      statuses.length === 0 || statuses.includes(status);
    const listed = allJobs(client, definition, filter, signal);
    const jobs = await newestJobs(listed, { returnAll, limit, isWanted });
    return jobs.map((job) => describeJob({ definition, jobId: job.jobId }, job));
  },
});
