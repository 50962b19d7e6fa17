import * as v from 'valibot';
import { describeJob } from '../../training/describe-job.ts';
import { runFingerprint } from '../../training/run-fingerprint.ts';
import { startRun } from '../../training/start-run.ts';
import { trainingLedger } from '../../training/training-ledger.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { jobOutputs } from '../shared/job-outputs.ts';
import { jobSettingsInputs } from '../shared/job-settings-inputs.ts';

export const createJob = defineOperation({
  resource: 'job',
  name: 'create',
  title: 'Create',
  action: 'Create training job',
  summary: 'Start a training job without waiting for it; never twice, also when an answer gets lost',
  inputs: v.object({
    definition: definitionInput('the job definition to run'),
    ...jobSettingsInputs(),
  }),
  outputs: v.object(jobOutputs),
  async run(context, given) {
    const ledger = trainingLedger(context.jobs, await runFingerprint(given));
    const { reference, job } = await startRun(context, ledger, given);
    return describeJob(reference, job);
  },
});
