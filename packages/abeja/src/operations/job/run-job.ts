import { file } from '@modelferry/operation';
import * as v from 'valibot';
import { describeJob } from '../../training/describe-job.ts';
import { finishJob } from '../../training/finish-job.ts';
import { runFingerprint } from '../../training/run-fingerprint.ts';
import { startRun } from '../../training/start-run.ts';
import { trainingLedger } from '../../training/training-ledger.ts';
import { handlerInput, imageInput } from '../shared/code-inputs.ts';
import {
  hasHandler,
  hasImage,
  hasOneVersion,
  namesFunction,
  namesFunctionProblem,
} from '../shared/code-rules.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { gateInputs, gateOf, hasThreshold } from '../shared/gate-inputs.ts';
import { jobSettingsInputs } from '../shared/job-settings-inputs.ts';
import { jobWaitingInputs } from '../shared/job-waiting-inputs.ts';
import { finishedOutputs, resultInputs } from '../shared/result-inputs.ts';
import { waitForCompletion } from '../shared/wait-for-completion.ts';

const withCode = 'is required where Source is given';

const inputs = v.pipe(
  v.object({
    definition: definitionInput('the job definition to run; it is created where Source is given'),
    source: v.optional(
      file({
        title: 'Source',
        description:
          'New code to run, as a zip, a tar.gz or one Python file: it becomes a version; without it, a version that is there runs',
        extensions: ['zip', 'gz', 'tgz', 'py'],
        textName: 'train.py',
        folder: { ignoreFiles: ['.gitignore', '.abejaignore'] },
      }),
    ),
    handler: v.optional(handlerInput({ source: true })),
    image: v.optional(imageInput({ source: true })),
    ...jobSettingsInputs('source'),
    waitForCompletion: waitForCompletion(
      'Whether to wait until the job has ended instead of returning right after the start',
    ),
    ...gateInputs,
    ...resultInputs,
    ...jobWaitingInputs,
  }),
  v.forward(v.partialCheck([['source'], ['handler']], hasHandler, withCode), ['handler']),
  v.forward(v.partialCheck([['source'], ['image']], hasImage, withCode), ['image']),
  v.forward(v.partialCheck([['handler'], ['image']], namesFunction, namesFunctionProblem), ['handler']),
  v.forward(
    v.partialCheck([['source'], ['version']], hasOneVersion, 'must be left out where Source is given'),
    ['version'],
  ),
  v.forward(
    v.partialCheck(
      [['metricName'], ['metricThreshold']],
      hasThreshold,
      'is required where Metric Name is given',
    ),
    ['metricThreshold'],
  ),
);

export const runJob = defineOperation({
  resource: 'job',
  name: 'run',
  title: 'Run',
  action: 'Run training job',
  summary:
    'Train: make a version of new code where there is some, start a job, follow its figures, and get its result and its model',
  ciStep: 'train',
  cancellable: true,
  inputs,
  outputs: v.object(finishedOutputs),
  async run(context, given) {
    const ledger = trainingLedger(context.jobs, await runFingerprint(given));
    const { reference, job } = await startRun(context, ledger, given);
    return given.waitForCompletion
      ? finishJob(context, ledger, reference, { ...given, gate: gateOf(given) })
      : { ...describeJob(reference, job), modelIds: [], goodEnough: false };
  },
});
