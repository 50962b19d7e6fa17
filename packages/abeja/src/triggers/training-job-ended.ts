import { eventIdOutput, mergeCursors, tellEndings, trackingCursor } from '@modelferry/operation';
import * as v from 'valibot';
import { definitionInput } from '../operations/shared/definition-input.ts';
import { jobOutputs } from '../operations/shared/job-outputs.ts';
import { defineTrigger } from './define-trigger.ts';
import { endedJob } from './training/ended-job.ts';
import { finalStatuses, isWanted } from './training/final-statuses.ts';
import { sampleJob } from './training/sample-job.ts';
import { seeJobs } from './training/see-jobs.ts';

/** Tells of training jobs that have ended, of whatever version, and whoever has started them. */
export const trainingJobEnded = defineTrigger({
  name: 'trainingJobEnded',
  title: 'Training Job Ended',
  summary: 'A training job is complete, has failed or was stopped, wherever it was started',
  inputs: v.object({
    definition: definitionInput('the job definition whose jobs are watched, those of all its versions'),
    statuses: finalStatuses,
  }),
  outputs: v.object({ eventId: eventIdOutput, ...jobOutputs }),
  cursor: trackingCursor,
  poll: async (world, { definition, statuses }, before) =>
    tellEndings(before, await seeJobs(world, definition, before), {
      eventOf: (job) => endedJob(definition, job),
      isWanted: ({ output }) => isWanted(statuses, output.status),
    }),
  merge: mergeCursors,
  sample: sampleJob,
});
