import { flag, moment, text } from '@modelferry/operation';
import * as v from 'valibot';
import { statusOutputs } from './batch-outputs.ts';

/** A batch job that was looked at, as `describeJob` tells it. */
export const jobOutputs = {
  ...statusOutputs,
  failed: flag({ title: 'Failed', description: 'Whether the job has ended badly' }),
  created: v.optional(moment({ title: 'Created', description: 'When the job was made' })),
  deploymentId: v.optional(
    text({ title: 'Deployment ID', description: 'ID of the deployment that scores the rows' }),
  ),
  definitionId: v.optional(
    text({
      title: 'Definition ID',
      description: 'ID of the batch definition that the job was made by',
      advanced: true,
    }),
  ),
  source: v.optional(
    text({ title: 'Source', description: "Where the job was made, in the vendor's words", advanced: true }),
  ),
  intakeType: v.optional(
    text({ title: 'Intake Type', description: 'Where the rows come from', advanced: true }),
  ),
  outputType: v.optional(
    text({ title: 'Output Type', description: 'Where the scored rows go', advanced: true }),
  ),
  resultsDeleted: v.optional(
    flag({
      title: 'Results Deleted',
      description: 'Whether the result is there no more: it is kept for 48 hours',
      advanced: true,
    }),
  ),
};
