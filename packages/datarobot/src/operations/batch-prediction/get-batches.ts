import { choice, collect, listInputs, reference, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { describeJob } from '../../batch/jobs/describe-job.ts';
import { listAll } from '../../client/list-all.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { jobOutputs } from '../shared/job-outputs.ts';
import { timeInput, toIsoTime } from '../shared/time-input.ts';

export const getBatches = defineOperation({
  resource: 'batchPrediction',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many batch predictions',
  summary: 'Get many batch jobs',
  result: 'many',
  inputs: v.object({
    ...listInputs,
    deploymentId: v.optional(deploymentInput('Only jobs of this deployment', { advanced: true })),
    statuses: v.optional(
      texts({
        title: 'Statuses',
        description: 'Only jobs with one of these; without any, all',
        choices: {
          INITIALIZING: { title: 'Initializing', description: 'Without data yet, or queued' },
          RUNNING: { title: 'Running' },
          COMPLETED: { title: 'Completed' },
          ABORTED: { title: 'Aborted', description: 'By a person, or for too many rows that failed' },
          FAILED: { title: 'Failed' },
        },
        advanced: true,
      }),
    ),
    sources: v.optional(
      texts({
        title: 'Sources',
        description:
          'Only jobs from these sources, by their names in DataRobot; with a minus in front, only jobs from others',
        placeholder: 'e.g. Public API',
        advanced: true,
      }),
    ),
    definitionId: v.optional(
      reference({
        title: 'Definition',
        description: 'Only jobs that were made by this batch definition',
        lookup: 'batchDefinitions',
        placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
        advanced: true,
      }),
    ),
    createdAfter: v.optional(
      timeInput({ title: 'Created After', description: 'Only jobs that were made then or later' }),
    ),
    createdBefore: v.optional(
      timeInput({ title: 'Created Before', description: 'Only jobs that were made then or earlier' }),
    ),
    orderBy: v.optional(
      choice({
        title: 'Order By',
        description: 'Which jobs come first',
        choices: {
          '-created': { title: 'Newest First' },
          created: { title: 'Oldest First' },
          status: { title: 'Status' },
          '-status': { title: 'Status Descending' },
        },
        advanced: true,
      }),
      '-created',
    ),
  }),
  outputs: v.object(jobOutputs),
  async run({ client, signal }, given) {
    const filter = {
      deploymentId: given.deploymentId,
      status: given.statuses,
      source: given.sources,
      batchPredictionJobDefinitionId: given.definitionId,
      startDateTime: toIsoTime(given.createdAfter),
      endDateTime: toIsoTime(given.createdBefore),
      orderBy: given.orderBy,
    };
    const jobs = listAll((page) => client.getBatchJobs({ ...filter, ...page }, signal));
    return (await collect(jobs, given)).map(describeJob);
  },
});
