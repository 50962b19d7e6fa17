import type { Field } from '@modelferry/operation';
import type { ActionInput, InputType } from './face.ts';
import { inputName } from './input-name.ts';
import { lowerFirst } from '../text/lower-first.ts';
import { upperFirst } from '../text/upper-first.ts';
import { shortDuration } from './short-duration.ts';

const types: Readonly<Partial<Record<Field['kind'], InputType>>> = {
  flag: 'boolean',
  count: 'integer',
  number: 'float',
  duration: 'duration',
  choice: 'enum',
  texts: 'list',
  file: 'path',
  rows: 'path',
  link: 'url',
};

/** An input of an operation, as an input of its action. */
export const operationInput = (field: Field): ActionInput => ({
  name: inputName(field),
  type: types[field.kind] ?? 'string',
  description: `${field.description}.${bounds(field)}`,
  example: exampleOf(field),
  required: field.required,
  default: defaultText(field),
  choices: field.kind === 'choice' ? Object.keys(field.choices) : undefined,
  secret: false,
  field,
});

/** What a form would show by the way it is made, and text has to say. */
function bounds(field: Field): string {
  switch (field.kind) {
    case 'choice':
      return ` One of: ${Object.entries(field.choices)
        .map(([word, { description }]) => (description ? `${word} (${lowerFirst(description)})` : word))
        .join(', ')}.`;
    case 'duration':
      return ` Between ${shortDuration(field.minMs)} and ${shortDuration(field.maxMs)}.`;
    case 'count':
    case 'number': {
      const { min, max } = field;
      if (min !== undefined && max !== undefined) return ` Between ${min} and ${max}.`;
      return min !== undefined ? ` At least ${min}.` : max !== undefined ? ` At most ${max}.` : '';
    }
    case 'texts':
      return ` One per line${field.choices ? `, out of: ${Object.keys(field.choices).join(', ')}` : ''}.`;
    case 'file':
      return ` ${upperFirst(pathForms(field))}.`;
    case 'rows':
      return ' Path or glob of one CSV file with a header line.';
    default:
      return '';
  }
}

function pathForms({ extensions, folder }: Field & { readonly kind: 'file' }): string {
  const file = `path or glob that matches one file${extensions ? ` (${extensions.join(', ')})` : ''}`;
  if (!folder) return file;
  const { ignoreFiles } = folder;
  const out = `${ignoreFiles.join(' and ')} ${ignoreFiles.length === 1 ? 'leaves' : 'leave'} out`;
  return `path of a folder, which is packed without what its ${out}; or ${file}`;
}

function exampleOf(field: Field): string | undefined {
  if (field.placeholder) return field.placeholder.replace(/^e\.g\. /, '');
  switch (field.kind) {
    case 'duration':
      return shortDuration(Math.min(field.maxMs, 2 * (Number(field.default ?? 0) || 5 * 60_000)));
    case 'file':
      if (field.folder) return `./${inputName(field)}`;
      return `data/${inputName(field)}.${field.extensions?.[0] ?? 'csv'}`;
    case 'rows':
      return 'data/new-rows.csv';
    default:
      return undefined;
  }
}

/** Absent where it is nothing, as for an empty list. */
function defaultText(field: Field): string | undefined {
  const value = field.default ?? '';
  if (field.kind === 'duration' && value !== '') return shortDuration(Number(value));
  return (Array.isArray(value) ? value.join('\n') : String(value)) || undefined;
}
