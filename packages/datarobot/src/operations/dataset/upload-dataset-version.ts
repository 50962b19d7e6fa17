import * as v from 'valibot';
import { datasetOrigin } from '../../datasets/dataset-origin.ts';
import { registerDataset } from '../../datasets/register-dataset.ts';
import { datasetInput } from '../shared/dataset-input.ts';
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
    datasetId: datasetInput('The dataset that gets a new version; its earlier versions stay'),
    ...datasetOriginInputs,
    waitForCompletion: waitForCompletion(
      'Whether to wait until the version can be used instead of returning right after the upload',
    ),
    ...fetchInputs,
    ...taskWaitingInputs(registrationTimeoutMs),
  }),
  datasetOriginRules,
);

export const uploadDatasetVersion = defineOperation({
  resource: 'dataset',
  name: 'uploadVersion',
  title: 'Upload New Version',
  action: 'Upload new version of dataset',
  summary: 'Upload a file of any size as a new version of a dataset, and wait until it can be used',
  ciStep: 'upload-dataset-version',
  inputs,
  outputs: v.object(registeredOutputs),
  async run(context, given) {
    const origin = await datasetOrigin(given);
    return registeredOutput(await registerDataset(context, { ...given, origin }));
  },
});
