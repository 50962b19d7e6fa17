import { eventIdOutput, mergeCursors, tellEndings, trackingCursor } from '@modelferry/operation';
import * as v from 'valibot';
import { retrainingPolicy } from '../operations/shared/retraining-inputs.ts';
import { runOutputs } from '../operations/shared/retraining-outputs.ts';
import { deploymentInput } from '../operations/shared/deployment-input.ts';
import { defineTrigger } from './define-trigger.ts';
import { isWanted, outcomeInput, outcomeOutput } from './outcome.ts';
import { endedRun } from './retraining/ended-run.ts';
import { sampleRun } from './retraining/sample-run.ts';
import { seeRuns } from './retraining/see-runs.ts';

const words = {
  what: 'retraining run',
  succeeded: 'It has trained a new model',
  failed: 'It has failed or was cancelled',
};

const { runId, policyId, deploymentId, status } = runOutputs;
const { modelPackageId, registeredModelId, challengerId, projectId } = runOutputs;
const { startTime, finishTime, errorMessage } = runOutputs;

/** Tells of retraining runs that have ended, whoever or whatever has started them. */
export const retrainingEnded = defineTrigger({
  name: 'retrainingEnded',
  title: 'Retraining Run Ended',
  summary: 'A retraining run of a deployment has ended, whatever has started it',
  inputs: v.object({
    outcome: outcomeInput(words),
    deploymentId: deploymentInput('The deployment whose retraining runs are watched'),
    policyId: v.optional(
      retrainingPolicy('The policy whose runs are watched; without it, those of all policies'),
    ),
  }),
  outputs: v.object({
    eventId: eventIdOutput,
    outcome: outcomeOutput(words),
    ...{ runId, policyId, deploymentId, status },
    ...{ modelPackageId, registeredModelId, challengerId, projectId },
    ...{ startTime, finishTime, errorMessage },
  }),
  cursor: trackingCursor,
  async poll(world, { outcome, ...watched }, before) {
    return tellEndings(before, await seeRuns(world, watched, before), {
      eventOf: endedRun,
      isWanted: ({ output }) => isWanted(outcome, output.outcome),
    });
  },
  merge: mergeCursors,
  sample: sampleRun,
});
