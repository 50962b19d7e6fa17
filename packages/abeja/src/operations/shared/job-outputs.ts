import { anything, count, flag, moment, number, text } from '@modelferry/operation';
import * as v from 'valibot';

/** A training job, as `describeJob` tells it. */
export const jobOutputs = {
  jobId: text({ title: 'Job ID', description: 'ID of the training job' }),
  definition: text({ title: 'Job Definition', description: 'The job definition, as it was named' }),
  version: v.optional(count({ title: 'Version', description: 'Number of the version that runs' })),
  status: text({ title: 'Status', description: "The vendor's own word" }),
  statusMessage: v.optional(text({ title: 'Status Message', description: 'What the vendor says of it' })),
  finished: flag({ title: 'Finished', description: 'Whether the job is complete' }),
  pending: flag({ title: 'Pending', description: 'Whether the job still went on when last looked at' }),
  failed: flag({ title: 'Failed', description: 'Whether the job has failed', advanced: true }),
  stopped: flag({ title: 'Stopped', description: 'Whether somebody has stopped the job', advanced: true }),
  epoch: v.optional(number({ title: 'Epoch', description: 'The last epoch that the code told of' })),
  numEpochs: v.optional(
    number({ title: 'Number of Epochs', description: 'How many epochs there are to be' }),
  ),
  statistics: v.optional(
    anything({ title: 'Statistics', description: 'The figures that the code told last, by stage' }),
  ),
  instanceType: v.optional(text({ title: 'Instance Type', description: 'The machine', advanced: true })),
  environment: v.optional(
    anything({ title: 'Environment', description: 'Variables of the job', advanced: true }),
  ),
  datasets: v.optional(
    anything({ title: 'Datasets', description: 'Dataset IDs by their aliases', advanced: true }),
  ),
  description: v.optional(text({ title: 'Description', description: 'What the job is for' })),
  archived: v.optional(flag({ title: 'Archived', description: 'Whether it is archived', advanced: true })),
  startTime: v.optional(moment({ title: 'Start Time', description: 'When it began to run', advanced: true })),
  completionTime: v.optional(
    moment({ title: 'Completion Time', description: 'When it ended', advanced: true }),
  ),
  createdAt: v.optional(moment({ title: 'Created At', description: 'When it was started' })),
  resumeToken: text({ title: 'Resume Token', description: 'Names the job for a later wait' }),
};
