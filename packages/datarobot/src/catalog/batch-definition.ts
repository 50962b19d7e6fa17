import { createDefinition } from '../operations/batch-definition/create-definition.ts';
import { deleteDefinition } from '../operations/batch-definition/delete-definition.ts';
import { getDefinition } from '../operations/batch-definition/get-definition.ts';
import { getDefinitions } from '../operations/batch-definition/get-definitions.ts';
import { runDefinition } from '../operations/batch-definition/run-definition.ts';
import { updateDefinition } from '../operations/batch-definition/update-definition.ts';

/** In the order in which they are shown. */
export const batchDefinitionOperations = [
  createDefinition,
  getDefinition,
  getDefinitions,
  updateDefinition,
  deleteDefinition,
  runDefinition,
];
