import type { Version } from '../client/training/version.ts';

/** A version in the words of our outputs. */
export const describeVersion = (definition: string, version: Version) => ({
  definition,
  version: version.jobDefinitionVersion,
  handler: version.handler,
  image: version.image,
  description: version.description,
  archived: version.archived,
  environment: version.environment,
  datasets: version.datasets,
  createdAt: version.createdAt,
  modifiedAt: version.modifiedAt,
});
