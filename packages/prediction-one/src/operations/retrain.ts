import { choice, file, flag, text } from '@modelferry/operation';
import * as v from 'valibot';
import { outputsOf } from '../retraining/outputs-of.ts';
import { retrainFingerprint, retrainLedger } from '../retraining/retrain-ledger.ts';
import { saveResult } from '../retraining/save-result.ts';
import { switchOnce } from '../retraining/switch-once.ts';
import { startRetraining } from '../retraining/start-retraining.ts';
import { waitForRetraining } from '../retraining/wait-for-retraining.ts';
import { defineOperation } from './shared/define-operation.ts';
import { retrainKeyInputs } from './shared/retrain-key-inputs.ts';
import { downloadResultInput, waitOutputs } from './shared/retraining-outputs.ts';
import { verifyTimeoutInput } from './shared/switch-inputs.ts';
import { failureWordsInput, waitForCompletion, waitingInputs } from './shared/waiting-inputs.ts';

const inputs = v.pipe(
  v.object({
    trainingData: file({
      title: 'Training Data',
      description:
        'The table to retrain on, as CSV or TSV with a header line, or a ZIP of the documented form',
      extensions: ['csv', 'tsv', 'zip'],
    }),
    evaluationData: v.optional(
      file({
        title: 'Evaluation Data',
        description:
          'A table to evaluate the retrained model on, sent together with the training data in one ZIP',
        extensions: ['csv', 'tsv'],
        advanced: true,
      }),
    ),
    waitForCompletion,
    switchModel: v.optional(
      flag({
        title: 'Switch Model',
        description:
          'Whether to replace the published model as soon as the retraining has finished, without anyone looking at its result and with no way back',
        when: { waitForCompletion: true },
      }),
      false,
    ),
    downloadResult: downloadResultInput,
    fileName: v.optional(
      text({
        title: 'File Name',
        description: 'Name to send the training data under, in place of its own',
        placeholder: 'e.g. sales-2026-11.csv',
        maxLength: 255,
        advanced: true,
      }),
    ),
    compression: v.optional(
      choice({
        title: 'Compression',
        description: 'How the ZIP for training and evaluation data is made',
        choices: {
          stored: { title: 'None', description: 'Sent as it is read, with nothing kept in between' },
          deflate: {
            title: 'Deflate',
            description: 'Smaller, and kept in a temporary file until it is sent',
          },
        },
        advanced: true,
      }),
      'stored',
    ),
    ...waitingInputs,
    verifyTimeoutMs: verifyTimeoutInput,
    ...retrainKeyInputs,
    failureWords: failureWordsInput,
  }),
  v.forward(
    v.partialCheck(
      [['waitForCompletion'], ['switchModel']],
      (given) => given.waitForCompletion || !given.switchModel,
      'needs Wait for Completion: only a retraining that has finished can be switched to',
    ),
    ['switchModel'],
  ),
);

export const retrain = defineOperation({
  resource: 'model',
  name: 'retrain',
  title: 'Retrain',
  action: 'Retrain model',
  summary: 'Retrain a published model on new data and, only if asked, switch its prediction API to it',
  ciStep: 'retrain',
  inputs,
  outputs: v.object(waitOutputs),
  async run(context, given) {
    const ledger = retrainLedger(context.jobs, retrainFingerprint(given));
    const { retrainJobId, keyChoice, phase } = await startRetraining(context, ledger, given);
    if (!given.waitForCompletion) return outputsOf(retrainJobId, { finished: false });

    const { finished, status } = await waitForRetraining(context, { ...given, retrainJobId, keyChoice });
    if (!finished) return outputsOf(retrainJobId, { finished, status });
    const resultFile = given.downloadResult
      ? await saveResult(context, { retrainJobId, keyChoice })
      : undefined;
    if (!given.switchModel) return outputsOf(retrainJobId, { finished, status, resultFile });

    const switchOutcome = await switchOnce(context, ledger, phase, {
      retrainJobId,
      keyChoice,
      modelId: status?.modelId,
      classifierId: given.classifierId,
      verifyTimeoutMs: given.verifyTimeoutMs,
      interval: { initialMs: given.pollIntervalMs },
      warn: (message) => context.progress({ type: 'warning', message }),
    });
    return outputsOf(retrainJobId, { finished, status, resultFile, switchOutcome });
  },
});
