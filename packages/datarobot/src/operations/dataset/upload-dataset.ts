import { text, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { datasetOrigin } from '../../datasets/dataset-origin.ts';
import { describeDataset } from '../../datasets/describe-dataset.ts';
import { registerDataset } from '../../datasets/register-dataset.ts';
import { categoryChoices } from '../shared/category-choices.ts';
import { datasetOriginInputs, datasetOriginRules, fetchInputs } from '../shared/dataset-origin-inputs.ts';
import { registeredOutput, registeredOutputs } from '../shared/dataset-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import {
  registrationTimeoutMs,
  taskWaitingInputs,
  waitForCompletion,
} from '../shared/task-waiting-inputs.ts';
import { withRules } from '../shared/with-rules.ts';

const inputs = withRules(
  v.object({
    ...datasetOriginInputs,
    waitForCompletion: waitForCompletion(
      'Whether to wait until the dataset can be used instead of returning right after the upload',
    ),
    datasetName: v.optional(
      text({
        title: 'Dataset Name',
        description: 'Name of the dataset in the catalog; without it, that of the file',
        placeholder: 'e.g. Customers of May',
        maxLength: 255,
        advanced: true,
      }),
    ),
    categories: v.optional(
      texts({
        title: 'Categories',
        description: 'What the dataset is meant for',
        choices: categoryChoices,
        advanced: true,
      }),
      () => [],
    ),
    ...fetchInputs,
    ...taskWaitingInputs(registrationTimeoutMs),
  }),
  datasetOriginRules,
);

export const uploadDataset = defineOperation({
  resource: 'dataset',
  name: 'upload',
  title: 'Upload',
  action: 'Upload dataset',
  summary: 'Upload a file of any size to the AI Catalog as a new dataset, and wait until it can be used',
  ciStep: 'upload-dataset',
  inputs,
  outputs: v.object(registeredOutputs),
  async run(context, given) {
    const { datasetName: name, categories } = given;
    const origin = await datasetOrigin(given);
    const registered = await registerDataset(context, { ...given, origin });
    const output = registeredOutput(registered);
    // A file takes its categories with it; a name of its own it cannot
    const change = { name, categories: 'url' in origin && categories.length > 0 ? categories : undefined };
    if (output.datasetId === undefined || (change.name ?? change.categories) === undefined) return output;
    const isDescribed = await describeDataset(context, output.datasetId, change);
    return { ...output, name: isDescribed ? (name ?? output.name) : output.name };
  },
});
