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
        description: 'Where the settings come from',
        choices: {
          job: { title: 'Existing Job', description: 'Score again as an existing batch job did' },
          definition: { title: 'Definition', description: 'Score as a batch definition says' },
        },
      }),
      'job',
    ),
    jobId: v.optional(
      text({
        title: 'Job ID',
        description:
          'The batch job to repeat: its ID or its resume token; where its data came from a local file, the new job may wait for Upload Data',
        placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
        maxLength: 1_000,
        when: { rerunFrom: 'job' },
      }),
    ),
    definitionId: v.optional(
      reference({
        title: 'Definition',
        description: 'The batch definition to take the settings from',
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
  summary: 'Create another batch job with the settings of an existing one or of a batch definition',
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
