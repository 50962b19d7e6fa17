import { count, flag, moment, text } from '@modelferry/operation';
import * as v from 'valibot';

/** A job definition, as `describeDefinition` tells it. */
export const definitionOutputs = {
  definitionId: text({ title: 'Job Definition ID', description: 'ID of the job definition' }),
  name: v.optional(text({ title: 'Name', description: 'Name of the job definition' })),
  latestVersion: v.optional(
    count({
      title: 'Latest Version',
      description: 'Highest number among the versions that are not archived',
    }),
  ),
  versionCount: v.optional(count({ title: 'Version Count', description: 'How many versions it has' })),
  modelCount: v.optional(count({ title: 'Model Count', description: 'How many models it has' })),
  archived: v.optional(flag({ title: 'Archived', description: 'Whether it is archived' })),
  createdAt: v.optional(moment({ title: 'Created At', description: 'When it was created' })),
  modifiedAt: v.optional(
    moment({ title: 'Modified At', description: 'When it was last changed', advanced: true }),
  ),
};
