import { isCancelled } from '@modelferry/http';
import { flag } from '@modelferry/operation';
import * as v from 'valibot';
import { describeRun } from '../../retraining/describe-run.ts';
import { finishRun } from '../../retraining/finish-run.ts';
import { retrainingLedger } from '../../retraining/retraining-ledger.ts';
import { runFailed } from '../../retraining/run-failed.ts';
import { startRun } from '../../retraining/start-run.ts';
import { datasetInput } from '../shared/dataset-input.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { retrainingPolicy } from '../shared/retraining-inputs.ts';
import { runOutputs } from '../shared/retraining-outputs.ts';
import { runWaitingInputs } from '../shared/run-waiting-inputs.ts';
import { waitForCompletion } from '../shared/task-waiting-inputs.ts';

export const runPolicy = defineOperation({
  resource: 'retraining',
  name: 'runPolicy',
  title: 'Run Policy',
  action: 'Run retraining policy',
  summary: 'Retrain the model of a deployment by one of its policies, once, and wait for the new model',
  ciStep: 'retrain',
  cancellable: true,
  inputs: v.object({
    deploymentId: deploymentInput('The deployment to retrain'),
    policyId: retrainingPolicy('The policy that says how to train, and what becomes of the new model'),
    datasetId: v.optional(
      datasetInput(
        'The dataset to train with from now on, which is kept in the retraining settings; without it, the one that is set there',
      ),
    ),
    waitForCompletion: waitForCompletion(
      'Whether to wait until the model is trained instead of returning right after the start',
    ),
    allowParallel: v.optional(
      flag({
        title: 'Allow Parallel',
        description: 'Whether to run the policy although an earlier run of it goes on',
        advanced: true,
      }),
      false,
    ),
    ...runWaitingInputs,
  }),
  outputs: v.object(runOutputs),
  async run(context, given) {
    const { deploymentId, policyId, datasetId } = given;
    const fingerprint = JSON.stringify([deploymentId, policyId, datasetId ?? null]);
    const ledger = retrainingLedger(context.jobs, fingerprint);
    const reference = await startRun(context, ledger, given);
    if (given.waitForCompletion) return finishRun(context, ledger, reference, { ...given, isFresh: true });

    const { client, signal } = context;
    const run = await client.getRetrainingRun(reference, reference.runId, signal).catch((error: unknown) => {
      if (isCancelled(error)) throw error;
      return undefined; // It was started, whatever stands in the way of seeing it
    });
    const outputs = describeRun(reference, run);
    if (run && outputs.failed) throw runFailed(reference, run);
    return outputs;
  },
});
