import { EngineError } from '@modelferry/http';
import { savedFile, text } from '@modelferry/operation';
import * as v from 'valibot';
import { retrainKeyFor } from '../retraining/retrain-key.ts';
import { saveResult } from '../retraining/save-result.ts';
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
    throw new EngineError({
      code: 'not-found',
      message: `Retraining ${retrainJobId} has no result to download.`,
      remedy: 'Wait until it has finished: Wait for Retraining does both.',
    });
  },
});
