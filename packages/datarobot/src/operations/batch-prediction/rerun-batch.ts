import { choice, reference, text } from '@modelferry/operation';
import * as v from 'valibot';
import { copyJob } from '../../batch/starting/copy-job.ts';
import { runDefinition } from '../../batch/starting/run-definition.ts';
import { tellStarted } from '../../batch/starting/tell-started.ts';
import { batchJobIdOf } from '../shared/batch-job-input.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { rerunRules } from '../shared/rerun-rules.ts';
import { startedOutputs } from '../shared/started-outputs.ts';
import { withRules } from '../shared/with-rules.ts';

const inputs = withRules(
  v.object({
    rerunFrom: v.optional(
      choice({
        title: 'Rerun From',
        description: 'What says how to score',
        choices: {
          job: { title: 'Existing Job', description: 'As a batch job did that is there' },
          definition: { title: 'Definition', description: 'As a batch definition says' },
        },
      }),
      'job',
    ),
    jobId: v.optional(
      text({
        title: 'Job ID',
        description:
          'ID of the batch job to score once more as it did, or its resume token; with a local file, the new job may wait for Upload Data',
        placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
        maxLength: 1_000,
        when: { rerunFrom: 'job' },
      }),
    ),
    definitionId: v.optional(
      reference({
        title: 'Definition',
        description: 'The batch definition to make a job by',
        lookup: 'batchDefinitions',
        placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
        when: { rerunFrom: 'definition' },
      }),
    ),
  }),
  rerunRules,
);

export const rerunBatch = defineOperation({
  resource: 'batchPrediction',
  name: 'rerun',
  title: 'Rerun',
  action: 'Rerun batch prediction',
  summary: 'Make another batch job as an existing one, or as a batch definition says',
  inputs,
  outputs: v.object(startedOutputs),
  async run(context, { rerunFrom, jobId = '', definitionId = '' }) {
    const job =
      rerunFrom === 'job'
        ? await copyJob(context, batchJobIdOf(jobId))
        : await runDefinition(context, definitionId);
    return tellStarted(context, job);
  },
});
