import { file, flag, savedFile, text, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { saveDownload } from '../download/save-download.ts';
import { trainingJob } from '../jobs/training-job.ts';
import { areAskedTypes } from '../training/asked-types.ts';
import { findModel } from '../training/find-model.ts';
import { startTraining } from '../training/start-training.ts';
import { trainingFingerprint } from '../training/training-fingerprint.ts';
import { trainingLedger } from '../training/training-ledger.ts';
import { waitForTraining } from '../training/wait-for-training.ts';
import { defineOperation } from './shared/define-operation.ts';
import { trainConfigInputs } from './shared/train-config-inputs.ts';
import { withTrainRules } from './shared/with-train-rules.ts';
import { failureWordsInput, waitForCompletion, waitingInputs } from './shared/waiting-inputs.ts';

const inputs = withTrainRules(
  v.object({
    modelName: text({
      title: 'Model Name',
      description: 'Name of the new model; the time is added to it where a model has it already',
      placeholder: 'e.g. churn',
      maxLength: 200,
    }),
    trainingData: file({
      title: 'Training Data',
      description: 'The table to train on, as CSV or TSV with a header line',
      extensions: ['csv', 'tsv'],
    }),
    evaluationData: v.optional(
      file({
        title: 'Evaluation Data',
        description: 'A table to evaluate the model on',
        extensions: ['csv', 'tsv'],
        advanced: true,
      }),
    ),
    ...trainConfigInputs,
    columnTypes: v.optional(
      texts({
        title: 'Column Types',
        description:
          'Types of columns in place of those guessed from the first rows, each as column=type with the type string, float or date',
        placeholder: 'e.g. postal_code=string',
        advanced: true,
      }),
      () => [],
    ),
    waitForCompletion,
    downloadResult: v.optional(
      flag({
        title: 'Download Result',
        description: 'Whether to save the result file of the training once it has finished',
        advanced: true,
      }),
      false,
    ),
    ...waitingInputs,
    failureWords: failureWordsInput,
  }),
  [
    {
      field: 'columnTypes',
      problem: 'must have the form column=type',
      holds: ({ columnTypes }) => areAskedTypes(columnTypes),
    },
  ],
);

export const train = defineOperation({
  resource: 'model',
  name: 'train',
  title: 'Train',
  action: 'Train model',
  summary: 'Train a new model on a table',
  inputs,
  outputs: v.object({
    modelName: text({ title: 'Model Name', description: 'Name of the model, as it was made unique' }),
    modelId: v.optional(text({ title: 'Model ID', description: 'ID of the model, once it is there' })),
    trainingProcessId: text({
      title: 'Training Process ID',
      description: 'ID of the training, by which its columns can be read',
    }),
    status: v.optional(
      text({ title: 'Status', description: "The vendor's own word for the state of the training" }),
    ),
    finished: flag({ title: 'Finished', description: 'Whether the training has ended well' }),
    pending: flag({
      title: 'Pending',
      description: 'Whether the training was still under way when last looked at',
    }),
    resultFile: v.optional(
      savedFile({ title: 'Result File', description: 'The result of the training, as the vendor gives it' }),
    ),
  }),
  async run(context, given) {
    const { client, signal, jobs, progress } = context;
    const ledger = trainingLedger(jobs, trainingFingerprint(given));
    const identity = await startTraining(context, ledger, given);
    const { externalProcessId, modelName } = identity;
    const told = { modelName, trainingProcessId: externalProcessId };
    if (!given.waitForCompletion) return { ...told, finished: false, pending: true };

    const { finished, status } = await waitForTraining(context, { ...given, ...identity });
    const model = finished ? await findModel(context, modelName) : undefined;
    if (finished && !model) {
      progress({
        type: 'warning',
        message: `The training has finished, and no model "${modelName}" is in the list yet: look for its ID later.`,
      });
    }
    const resultFile =
      finished && given.downloadResult
        ? await saveDownload(context, {
            doing: `download the result of the training of "${modelName}"`,
            fallbackName: `training-result-${externalProcessId}`,
            freshUrl: async () => (await trainingJob(client, identity).read(signal)).result?.resultUrl,
          })
        : undefined;
    return {
      ...told,
      modelId: model?.modelId,
      status: status?.status,
      finished,
      pending: !finished,
      resultFile,
    };
  },
});
