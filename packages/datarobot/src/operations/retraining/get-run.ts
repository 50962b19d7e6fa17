import * as v from 'valibot';
import { describeRun } from '../../retraining/describe-run.ts';
import { namedRun } from '../../retraining/run-reference.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { runInputs } from '../shared/retraining-inputs.ts';
import { runOutputs } from '../shared/retraining-outputs.ts';

export const getRun = defineOperation({
  resource: 'retraining',
  name: 'getRun',
  title: 'Get Run',
  action: 'Get retraining run',
  summary: 'Get the status of a retraining run once, without waiting',
  inputs: v.object(runInputs),
  outputs: v.object(runOutputs),
  async run({ client, signal }, given) {
    const reference = namedRun(given);
    return describeRun(reference, await client.getRetrainingRun(reference, reference.runId, signal));
  },
});
