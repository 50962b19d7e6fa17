import * as v from 'valibot';
import { outputsOf } from '../retraining/outputs-of.ts';
import { retrainKeyFor } from '../retraining/retrain-key.ts';
import { saveResult } from '../retraining/save-result.ts';
import { waitForRetraining as wait } from '../retraining/wait-for-retraining.ts';
import { defineOperation } from './shared/define-operation.ts';
import { retrainJobIdOf, retrainJobInput } from './shared/retrain-job-input.ts';
import { retrainKeyInputs } from './shared/retrain-key-inputs.ts';
import { downloadResultInput, waitOutputs } from './shared/retraining-outputs.ts';
import { failureWordsInput, waitingInputs } from './shared/waiting-inputs.ts';

const { switchOutcome: _, ...outputs } = waitOutputs;

export const waitForRetraining = defineOperation({
  resource: 'model',
  name: 'waitForRetraining',
  title: 'Wait for Retraining',
  action: 'Wait for model retraining',
  summary: 'Wait until a retraining that was started earlier has ended, and get its result',
  ciStep: 'wait',
  inputs: v.object({
    retrainJobId: retrainJobInput,
    downloadResult: downloadResultInput,
    ...waitingInputs,
    ...retrainKeyInputs,
    failureWords: failureWordsInput,
  }),
  outputs: v.object(outputs),
  async run(context, inputs) {
    const retrainJobId = retrainJobIdOf(inputs.retrainJobId);
    const keyChoice = await retrainKeyFor(context.client, context.signal, inputs);
    const { finished, status } = await wait(context, { ...inputs, retrainJobId, keyChoice });
    const resultFile =
      finished && inputs.downloadResult ? await saveResult(context, { retrainJobId, keyChoice }) : undefined;
    return outputsOf(retrainJobId, { status, finished, resultFile });
  },
});
