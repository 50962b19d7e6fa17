import { EngineError } from '@modelferry/http';
import { text } from '@modelferry/operation';
import * as v from 'valibot';
import { stateOfStatus } from '../jobs/status-words.ts';
import { switchModel as switchTo } from '../jobs/switch-model.ts';
import { retrainKeyFor } from '../retraining/retrain-key.ts';
import { retrainingFailed } from '../retraining/wait-for-retraining.ts';
import { defineOperation } from './shared/define-operation.ts';
import { retrainJobIdOf, retrainJobInput } from './shared/retrain-job-input.ts';
import { retrainKeyInputs } from './shared/retrain-key-inputs.ts';
import { newModelId } from './shared/retraining-outputs.ts';
import { verifyTimeoutInput } from './shared/switch-inputs.ts';
import { switchOutcome } from './shared/switch-outputs.ts';
import { waitingInputs } from './shared/waiting-inputs.ts';

export const switchModel = defineOperation({
  resource: 'model',
  name: 'switch',
  title: 'Switch',
  action: 'Switch model',
  summary: 'Replace the published model by a retrained one, for which the vendor offers no way back',
  ciStep: 'switch-model',
  inputs: v.object({
    retrainJobId: retrainJobInput,
    verifyTimeoutMs: verifyTimeoutInput,
    pollIntervalMs: waitingInputs.pollIntervalMs,
    ...retrainKeyInputs,
  }),
  outputs: v.object({
    retrainJobId: text({ title: 'Retrain Job ID', description: 'ID of the retraining' }),
    modelId: newModelId,
    switchOutcome,
  }),
  async run(context, inputs) {
    const { client, signal, progress } = context;
    const retrainJobId = retrainJobIdOf(inputs.retrainJobId);
    const keyChoice = await retrainKeyFor(client, signal, inputs);
    const { status, modelId, message } = await client.getRetrainStatus({ retrainJobId, keyChoice }, signal);
    const state = stateOfStatus(status, { finished: 'job_finished' });
    if (state === 'failed' || state === 'cancelled') throw retrainingFailed(retrainJobId, status, message);
    if (state !== 'succeeded') throw notFinished(retrainJobId, status);
    progress({ type: 'phase', title: 'Switch the model' });
    const outcome = await switchTo(client, context, {
      retrainJobId,
      keyChoice,
      modelId,
      classifierId: inputs.classifierId,
      verifyTimeoutMs: inputs.verifyTimeoutMs,
      interval: { initialMs: inputs.pollIntervalMs },
      warn: (warning) => progress({ type: 'warning', message: warning }),
    });
    return { retrainJobId, modelId, switchOutcome: outcome };
  },
});

const notFinished = (retrainJobId: string, status: string): EngineError =>
  new EngineError({
    code: 'conflict',
    message: `Could not switch to the model of retraining ${retrainJobId}: its status is "${status}", not "job_finished".`,
    remedy: 'Wait until the retraining has finished, check its result, then switch.',
  });
