import { figures, flag, savedFile, text, texts } from '@modelferry/operation';
import { checkFileName } from '@modelferry/upload';
import * as v from 'valibot';
import { gateOutputs } from './gate-outputs.ts';
import { jobOutputs } from './job-outputs.ts';

/** What to call a result. */
export const resultFileName = v.optional(
  text({
    title: 'Result File Name',
    description: 'Name to save the result under; without it, result-<job ID>.zip',
    placeholder: 'e.g. churn-result.zip',
    problemOf: checkFileName,
    advanced: true,
  }),
);

/** What to do once a job is complete. */
export const resultInputs = {
  downloadResult: v.optional(
    flag({
      title: 'Download Result',
      description: 'Whether to save what the code has left, once the job is complete',
      advanced: true,
    }),
    true,
  ),
  resultFileName,
  findModel: v.optional(
    flag({
      title: 'Find Model',
      description: 'Whether to look for the model that the job has made, for 2 minutes at most',
      advanced: true,
    }),
    true,
  ),
};

/** What a job has come to, as `finishJob` tells it. */
export const finishedOutputs = {
  ...jobOutputs,
  ...gateOutputs,
  figures: v.optional(
    figures({
      title: 'Figures',
      description:
        'All figures that the job and its models tell, by the names under which Metric Name finds them',
    }),
  ),
  modelId: v.optional(text({ title: 'Model ID', description: 'The model that the job has made, if any' })),
  modelIds: texts({ title: 'Model IDs', description: 'All models that the job has made', advanced: true }),
  resultFile: v.optional(
    savedFile({ title: 'Result File', description: 'What the code has left, as a zip' }),
  ),
};
