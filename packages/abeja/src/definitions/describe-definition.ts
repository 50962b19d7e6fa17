import type { Definition } from '../client/training/definitions.ts';
import { latestOf } from '../versions/latest-of.ts';

/** A job definition in the words of our outputs. */
export const describeDefinition = (definition: Definition) => ({
  definitionId: definition.jobDefinitionId,
  name: definition.name,
  latestVersion: latestOf(definition.versions ?? [])?.jobDefinitionVersion,
  versionCount: definition.versionCount ?? definition.versions?.length,
  modelCount: definition.modelCount,
  archived: definition.archived,
  createdAt: definition.createdAt,
  modifiedAt: definition.modifiedAt,
});
