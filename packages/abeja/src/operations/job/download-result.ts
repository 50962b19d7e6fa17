import { EngineError } from '@modelferry/http';
import { savedFile } from '@modelferry/operation';
import * as v from 'valibot';
import { describeJob } from '../../training/describe-job.ts';
import { namedJob } from '../../training/job-reference.ts';
import { saveResult } from '../../training/save-result.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobInputs } from '../shared/job-inputs.ts';
import { jobOutputs } from '../shared/job-outputs.ts';
import { resultFileName } from '../shared/result-inputs.ts';

export const downloadResult = defineOperation({
  resource: 'job',
  name: 'downloadResult',
  title: 'Download Result',
  action: 'Download result of training job',
  summary: 'Download what the code of a training job has left, as a zip',
  inputs: v.object({ ...jobInputs, resultFileName }),
  outputs: v.object({
    ...jobOutputs,
    resultFile: savedFile({ title: 'Result File', description: 'What the code has left, as a zip' }),
  }),
  async run(context, given) {
    const reference = namedJob(given);
    const { definition, jobId } = reference;
    const job = await context.client.getJob(definition, jobId, context.signal);
    const { pending, ...told } = describeJob(reference, job);
    const fileName = given.resultFileName;
    const resultFile = await saveResult(context, reference, { fileName, isFresh: told.finished });
    if (resultFile) return { ...told, pending, resultFile };
    throw new EngineError({
      code: 'not-found',
      message: `Training job ${jobId} of "${definition}" has no result: it is ${job.status}.`,
      remedy: pending
        ? 'Wait until it is complete.'
        : 'Its code must leave files in the folder that ABEJA_TRAINING_RESULT_DIR names.',
    });
  },
});
