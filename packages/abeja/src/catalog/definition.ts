import { archiveDefinition } from '../operations/definition/archive-definition.ts';
import { createDefinition } from '../operations/definition/create-definition.ts';
import { deleteDefinition } from '../operations/definition/delete-definition.ts';
import { getDefinition } from '../operations/definition/get-definition.ts';
import { getDefinitions } from '../operations/definition/get-definitions.ts';
import { unarchiveDefinition } from '../operations/definition/unarchive-definition.ts';

/** In the order in which they are shown. */
export const definitionOperations = [
  createDefinition,
  getDefinition,
  getDefinitions,
  deleteDefinition,
  archiveDefinition,
  unarchiveDefinition,
];
