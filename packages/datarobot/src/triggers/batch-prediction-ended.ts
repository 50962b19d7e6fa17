import { eventIdOutput, mergeCursors, tellEndings, trackingCursor } from '@modelferry/operation';
import * as v from 'valibot';
import { jobOutputs } from '../operations/shared/job-outputs.ts';
import { endedJob } from './batch/ended-job.ts';
import { sampleJob } from './batch/sample-job.ts';
import { seeJobs } from './batch/see-jobs.ts';
import { deploymentInput } from '../operations/shared/deployment-input.ts';
import { defineTrigger } from './define-trigger.ts';
import { isWanted, outcomeInput, outcomeOutput } from './outcome.ts';

const words = {
  what: 'batch job',
  succeeded: 'It has completed, and its result can be had',
  failed: 'It has failed or was aborted',
};

const { jobId, status, deploymentId, definitionId, source, created } = jobOutputs;
const { scoredRows, failedRows, skippedRows, message } = jobOutputs;

/** Tells of batch jobs that have ended, whoever has started them. */
export const batchPredictionEnded = defineTrigger({
  name: 'batchPredictionEnded',
  title: 'Batch Prediction Ended',
  summary: 'A batch job has completed or failed, wherever it was started',
  inputs: v.object({
    outcome: outcomeInput(words),
    deploymentId: v.optional(
      deploymentInput('The deployment whose jobs are watched; without it, those of all'),
    ),
  }),
  outputs: v.object({
    eventId: eventIdOutput,
    outcome: outcomeOutput(words),
    ...{ jobId, status, deploymentId, definitionId, source, created },
    ...{ scoredRows, failedRows, skippedRows, message },
  }),
  cursor: trackingCursor,
  async poll(world, given, before) {
    return tellEndings(before, await seeJobs(world, { deploymentId: given.deploymentId }, before), {
      eventOf: endedJob,
      isWanted: ({ output }) => isWanted(given.outcome, output.outcome),
    });
  },
  merge: mergeCursors,
  sample: sampleJob,
});
