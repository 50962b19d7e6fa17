import { anything, count, flag, moment, text } from '@modelferry/operation';
import * as v from 'valibot';

/** A version, as `describeVersion` tells it. */
export const versionOutputs = {
  definition: text({ title: 'Job Definition', description: 'The job definition, as it was named' }),
  version: count({ title: 'Version', description: 'Number of the version' }),
  handler: v.optional(text({ title: 'Handler', description: 'The function that trains' })),
  image: v.optional(text({ title: 'Image', description: 'What the code runs in' })),
  description: v.optional(text({ title: 'Description', description: 'What the version is for' })),
  archived: v.optional(flag({ title: 'Archived', description: 'Whether it is archived' })),
  environment: v.optional(
    anything({ title: 'Environment', description: 'Variables for the code', advanced: true }),
  ),
  datasets: v.optional(
    anything({ title: 'Datasets', description: 'Dataset IDs by their aliases', advanced: true }),
  ),
  createdAt: v.optional(moment({ title: 'Created At', description: 'When it was created' })),
  modifiedAt: v.optional(
    moment({ title: 'Modified At', description: 'When it was last changed', advanced: true }),
  ),
};
