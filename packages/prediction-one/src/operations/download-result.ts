import { EngineError } from '@modelferry/http';
import { savedFile, text } from '@modelferry/operation';
import * as v from 'valibot';
import { stateOfStatus } from '../jobs/status-words.ts';
import { retrainKeyFor } from '../retraining/retrain-key.ts';
import { saveResult } from '../retraining/save-result.ts';
import { retrainingFailed } from '../retraining/wait-for-retraining.ts';
import { defineOperation } from './shared/define-operation.ts';
import { retrainJobIdOf, retrainJobInput } from './shared/retrain-job-input.ts';
import { retrainKeyInputs } from './shared/retrain-key-inputs.ts';

export const downloadResult = defineOperation({
  resource: 'model',
  name: 'downloadResult',
  title: 'Download Result',
  action: 'Download model retraining result',
  summary: 'Download the result file of a retraining that has finished',
  inputs: v.object({ retrainJobId: retrainJobInput, ...retrainKeyInputs }),
  outputs: v.object({
    retrainJobId: text({ title: 'Retrain Job ID', description: 'ID of the retraining' }),
    resultFile: savedFile({
      title: 'Result File',
      description: 'The result of the retraining, as the vendor gives it',
    }),
  }),
  async run(context, inputs) {
    const retrainJobId = retrainJobIdOf(inputs.retrainJobId);
    const keyChoice = await retrainKeyFor(context.client, context.signal, inputs);
    const resultFile = await saveResult(context, { retrainJobId, keyChoice });
    if (resultFile) return { retrainJobId, resultFile };
    const { status, message } = await context.client.getRetrainStatus(
      { retrainJobId, keyChoice },
      context.signal,
    );
    const state = stateOfStatus(status, { finished: 'job_finished' });
    if (state === 'failed' || state === 'cancelled') throw retrainingFailed(retrainJobId, status, message);
    throw new EngineError({
      code: 'not-found',
      message: `Retraining ${retrainJobId} has no result to download: its status is "${status}".`,
      remedy:
        state === 'succeeded'
          ? 'It has finished without a result file: look at the model in the web app.'
          : 'Wait until it has finished: Wait for Retraining does both.',
    });
  },
});
