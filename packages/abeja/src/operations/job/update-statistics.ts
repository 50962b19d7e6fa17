import { count, number, text } from '@modelferry/operation';
import * as v from 'valibot';
import { surely } from '../../at-most-once/surely.ts';
import { describeJob } from '../../training/describe-job.ts';
import { namedJob } from '../../training/job-reference.ts';
import { stagesProblem, toStages } from '../../training/stages.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobInputs } from '../shared/job-inputs.ts';
import { jobOutputs } from '../shared/job-outputs.ts';

export const updateStatistics = defineOperation({
  resource: 'job',
  name: 'updateStatistics',
  title: 'Update Statistics',
  action: 'Update statistics of training job',
  summary: 'Tell how far a training job is and what its figures are, in place of what was told before',
  inputs: v.object({
    ...jobInputs,
    epoch: v.optional(
      count({ title: 'Epoch', description: 'The epoch that has ended', min: 0, advanced: true }),
    ),
    numEpochs: v.optional(
      count({
        title: 'Number of Epochs',
        description: 'How many epochs there are to be',
        min: 0,
        advanced: true,
      }),
    ),
    progressPercentage: v.optional(
      number({
        title: 'Progress Percentage',
        description: 'How far it is, as the code tells it everywhere: as a share up to 1, or up to 100',
        min: 0,
        max: 100,
        advanced: true,
      }),
    ),
    stages: v.optional(
      text({
        title: 'Stages',
        description: 'The figures of each stage, as a JSON object',
        placeholder: 'e.g. {"validation": {"accuracy": 0.8}}',
        multiline: true,
        problemOf: stagesProblem,
      }),
    ),
  }),
  outputs: v.object(jobOutputs),
  async run(context, { epoch, numEpochs, progressPercentage, stages, ...given }) {
    const { client, signal } = context;
    const reference = namedJob(given);
    const { definition, jobId } = reference;
    const statistics = { epoch, numEpochs, progressPercentage, stages: toStages(stages) };
    await surely(context, {
      doing: `tell the statistics of training job ${jobId}`,
      send: () => client.updateStatistics(definition, jobId, statistics, signal),
      // The whole of them is sent each time, so that it may be repeated without a look
      isDone: async () => false,
    });
    return describeJob(reference, await client.getJob(definition, jobId, signal));
  },
});
