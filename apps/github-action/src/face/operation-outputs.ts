import type { Operation } from '@modelferry/operation';
import type { ActionOutput } from './face.ts';
import { outputName } from './input-name.ts';

/** Kinds too big or too deep for an output: a step's outputs are short words. */
const inFilesOnly = new Set(['rows', 'any', 'record', 'records']);

/** What later steps can use. Never bulk data: that is in files. */
export function operationOutputs(operation: Operation): readonly ActionOutput[] {
  if (operation.result !== 'one') return rowOutputs;
  return operation.outputFields
    .filter(({ kind }) => !inFilesOnly.has(kind))
    .map((field) => ({
      name: outputName(field),
      description: field.kind === 'saved-file' ? `Path of: ${field.description}` : field.description,
      field,
    }));
}

const rowOutputs: readonly ActionOutput[] = [
  { name: 'result-path', description: 'Path of the CSV file with a line for each row' },
  { name: 'rows', description: 'Number of rows' },
  { name: 'failed-rows', description: 'Number of rows that got no result' },
];
