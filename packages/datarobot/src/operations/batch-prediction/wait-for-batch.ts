import * as v from 'valibot';
import { awaitResult } from '../../batch/scoring/await-result.ts';
import { batchLedger } from '../../batch/scoring/batch-ledger.ts';
import { batchJobIdOf, batchJobInput } from '../shared/batch-job-input.ts';
import { waitOutputs } from '../shared/batch-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { waitingInputs } from '../shared/waiting-inputs.ts';

export const waitForBatch = defineOperation({
  resource: 'batchPrediction',
  name: 'wait',
  title: 'Wait',
  action: 'Wait for batch prediction',
  summary: 'Wait until a batch job that was started earlier has ended, and get its result',
  ciStep: 'wait',
  cancellable: true,
  inputs: v.object({ jobId: batchJobInput, ...waitingInputs }),
  outputs: v.object(waitOutputs),
  async run(context, given) {
    const jobId = batchJobIdOf(given.jobId);
    // So that a host which is stopped knows what there is to end
    await batchLedger(context.jobs, JSON.stringify(['wait', jobId])).keep(jobId, 'uploaded');
    return awaitResult(context, { ...given, jobId, dataGraceMs: 0 });
  },
});
