import * as v from 'valibot';
import { intakeRules } from '../../batch/settings/intake-rules.ts';
import { outputRules } from '../../batch/settings/output-rules.ts';
import { scorerRules } from '../../batch/settings/scorer.ts';
import { settingsRules } from '../../batch/settings/settings-rules.ts';
import { toRequest } from '../../batch/settings/to-request.ts';
import { createJob } from '../../batch/starting/create-job.ts';
import { tellStarted } from '../../batch/starting/tell-started.ts';
import { createInputs } from '../shared/create-inputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { startedOutputs } from '../shared/started-outputs.ts';
import { withRules } from '../shared/with-rules.ts';

const inputs = withRules(v.object(createInputs), [
  ...scorerRules,
  ...intakeRules,
  ...outputRules,
  ...settingsRules,
]);

export const createBatch = defineOperation({
  resource: 'batchPrediction',
  name: 'create',
  title: 'Create',
  action: 'Create batch prediction',
  summary:
    'Create a batch job that reads and writes in any place that DataRobot supports; with a local file it waits for Upload Data, otherwise it starts at once',
  inputs,
  outputs: v.object(startedOutputs),
  async run(context, given) {
    return tellStarted(context, await createJob(context, toRequest(given)));
  },
});
