import { flag } from '@modelferry/operation';
import * as v from 'valibot';
import { stateOfStatus } from '../jobs/status-words.ts';
import { retrainKeyFor } from '../retraining/retrain-key.ts';
import { defineOperation } from './shared/define-operation.ts';
import { retrainJobIdOf, retrainJobInput } from './shared/retrain-job-input.ts';
import { retrainKeyInputs } from './shared/retrain-key-inputs.ts';
import { statusOutputs } from './shared/retraining-outputs.ts';
import { failureWordsInput } from './shared/waiting-inputs.ts';

export const getRetraining = defineOperation({
  resource: 'model',
  name: 'getRetraining',
  title: 'Get Retraining',
  action: 'Get model retraining',
  summary: 'Get the status of a retraining once, without waiting',
  inputs: v.object({
    retrainJobId: retrainJobInput,
    ...retrainKeyInputs,
    failureWords: failureWordsInput,
  }),
  outputs: v.object({
    ...statusOutputs,
    failed: flag({ title: 'Failed', description: 'Whether the retraining has ended badly' }),
  }),
  async run({ client, signal }, inputs) {
    const retrainJobId = retrainJobIdOf(inputs.retrainJobId);
    const keyChoice = await retrainKeyFor(client, signal, inputs);
    const { status, modelId, message } = await client.getRetrainStatus({ retrainJobId, keyChoice }, signal);
    const state = stateOfStatus(status, { finished: 'job_finished', failure: inputs.failureWords });
    const finished = state === 'succeeded';
    const failed = state === 'failed' || state === 'cancelled';
    return { retrainJobId, status, finished, failed, pending: !finished && !failed, modelId, message };
  },
});
