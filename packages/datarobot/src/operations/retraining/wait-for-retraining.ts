import * as v from 'valibot';
import { finishRun } from '../../retraining/finish-run.ts';
import { retrainingLedger } from '../../retraining/retraining-ledger.ts';
import { namedRun } from '../../retraining/run-reference.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { runInputs } from '../shared/retraining-inputs.ts';
import { runOutputs } from '../shared/retraining-outputs.ts';
import { runWaitingInputs } from '../shared/run-waiting-inputs.ts';

export const waitForRetraining = defineOperation({
  resource: 'retraining',
  name: 'waitForRun',
  title: 'Wait for Run',
  action: 'Wait for retraining run',
  summary: 'Wait until a retraining run that was started earlier has ended, and get what it has made',
  ciStep: 'wait-for-retraining',
  cancellable: true,
  inputs: v.object({ ...runInputs, ...runWaitingInputs }),
  outputs: v.object(runOutputs),
  async run(context, given) {
    const reference = namedRun(given);
    const ledger = retrainingLedger(context.jobs, JSON.stringify(['wait', reference]));
    // So that a host which is stopped knows what there is to end
    await ledger.keep(reference, 'started');
    return finishRun(context, ledger, reference, { ...given, isFresh: false });
  },
});
