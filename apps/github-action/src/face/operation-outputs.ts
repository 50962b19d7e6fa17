import type { Field, Operation } from '@modelferry/operation';
import type { ActionOutput, OutputType } from './face.ts';
import { outputName } from './input-name.ts';
import { isFigures } from './is-figures.ts';
import { lowerFirst } from '../text/lower-first.ts';

/** Kinds too big or too deep for an output: a step's outputs are short words. */
const inFilesOnly = new Set(['rows', 'any', 'record', 'records']);

const types: Readonly<Partial<Record<Field['kind'], OutputType>>> = {
  flag: 'boolean',
  count: 'integer',
  duration: 'integer',
  number: 'float',
  choice: 'enum',
  texts: 'list',
  'saved-file': 'path',
};

/** What later steps can use. Never bulk data: that is in files. */
export const operationOutputs = ({ result, outputFields }: Operation): readonly ActionOutput[] =>
  result === 'one' ? outputFields.filter(isShort).map(outputOf) : rowOutputs;

/** Figures are few, and so a line of JSON. */
const isShort = (field: Field): boolean => !inFilesOnly.has(field.kind) || isFigures(field);

function outputOf(field: Field): ActionOutput {
  const choices = field.kind === 'choice' ? Object.keys(field.choices) : undefined;
  const what = words(field);
  return {
    name: outputName(field),
    type: types[field.kind] ?? 'string',
    description: choices ? `${what}. One of: ${choices.join(', ')}` : what,
    choices,
    field,
  };
}

function words(field: Field): string {
  if (isFigures(field)) return `${field.description}, as JSON`;
  return field.kind === 'saved-file' ? `Path of a file: ${lowerFirst(field.description)}` : field.description;
}

const rowOutputs: readonly ActionOutput[] = [
  { name: 'result-path', type: 'path', description: 'Path of the CSV file with a line for each row' },
  { name: 'rows', type: 'integer', description: 'Number of rows' },
  { name: 'failed-rows', type: 'integer', description: 'Number of rows that got no result' },
];
