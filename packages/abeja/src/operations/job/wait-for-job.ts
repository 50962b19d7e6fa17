import * as v from 'valibot';
import { fingerprintOf } from '../../at-most-once/fingerprint.ts';
import { finishJob } from '../../training/finish-job.ts';
import { namedJob } from '../../training/job-reference.ts';
import { trainingLedger } from '../../training/training-ledger.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { gateInputs, gateOf, hasThreshold } from '../shared/gate-inputs.ts';
import { jobInputs } from '../shared/job-inputs.ts';
import { jobWaitingInputs } from '../shared/job-waiting-inputs.ts';
import { finishedOutputs, resultInputs } from '../shared/result-inputs.ts';

const inputs = v.pipe(
  v.object({ ...jobInputs, ...gateInputs, ...resultInputs, ...jobWaitingInputs }),
  v.forward(
    v.partialCheck(
      [['metricName'], ['metricThreshold']],
      hasThreshold,
      'is required where Metric Name is given',
    ),
    ['metricThreshold'],
  ),
);

export const waitForJob = defineOperation({
  resource: 'job',
  name: 'wait',
  title: 'Wait',
  action: 'Wait for training job',
  summary: 'Wait until a training job that was started earlier has ended, and get what it has left',
  ciStep: 'wait',
  cancellable: true,
  inputs,
  outputs: v.object(finishedOutputs),
  async run(context, given) {
    const reference = namedJob(given);
    const ledger = trainingLedger(context.jobs, await fingerprintOf(['wait', reference]));
    // So that a host which is stopped knows what there is to end
    await ledger.keep(reference, 'started');
    return finishJob(context, ledger, reference, { ...given, gate: gateOf(given) });
  },
});
