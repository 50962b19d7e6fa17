import type { Operation, Scalar, When } from '@modelferry/operation';
import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { byName } from './by-name.ts';
import { firstParameter, type Editor } from './editor.ts';
import { jobEndingProperties } from './job-endings.ts';
import type { Layout } from './layout.ts';
import { operationForm, type FormEntry } from './operation-form.ts';
import { optionsParameter } from './options-parameter.ts';
import { property } from './property.ts';
import { isSimplifiable, simplifyProperty } from './simplify.ts';

type Show = NonNullable<IDisplayOptions['show']>;

/** All properties of one operation: main inputs, then `Simplify`, then the options. */
export function operationProperties(operation: Operation, layout: Layout = {}): INodeProperties[] {
  const { resource, name } = operation;
  const here: Show = { resource: [resource], operation: [name] };
  const form = operationForm(operation, layout);
  const inserts = layout.inserts?.filter((one) => one.resource === resource && one.operation === name) ?? [];
  const insertedBefore = (field: string | undefined) =>
    inserts.filter(({ before }) => before === field).map((one) => one.property);

  const main = form.flatMap((entry) => [
    ...insertedBefore(entry.field.name),
    ...(entry.field.advanced ? [] : shown(entry, form, '')),
  ]);
  const simplify = isSimplifiable(operation) ? [simplifyProperty] : [];
  if (simplify.length > 0 && !operation.outputFields.some(({ advanced }) => advanced)) {
    throw new Error(`${resource}.${name} has many output fields: make those advanced that few need.`);
  }
  const options = [
    ...form.filter(({ field }) => field.advanced).flatMap((entry) => shown(entry, form, '/')),
    ...jobEndingProperties(operation),
  ];

  checkNames(`${resource}.${name}`, [...main, ...simplify]);
  checkNames(`${resource}.${name}`, options);

  return [
    ...[...main, ...simplify].map((one) => withShow(one, here)),
    ...(options.length === 0 ? [] : [optionsProperty(options, here)]),
    ...insertedBefore(undefined).map((one) => withShow(one, here)),
  ];
}

/** One name for two parameters would give each the other's value. */
function checkNames(operation: string, properties: readonly INodeProperties[]): void {
  const taken = new Set(['resource', 'operation', optionsParameter]);
  for (const { name, type } of properties) {
    if (taken.has(name) && type !== 'notice') {
      throw new Error(`${operation}: the parameter "${name}" is there already. Name the input otherwise.`);
    }
    taken.add(name);
  }
}

/**
 * The properties of an input, each under the input's own condition.
 * @param root leads from where the input stands to the main inputs
 */
function shown({ field, editor }: FormEntry, form: readonly FormEntry[], root: string): INodeProperties[] {
  const condition = Object.entries(field.when ?? {}).flatMap(([input, wanted]) => {
    const governing = form.find((entry) => entry.field.name === input)?.editor;
    return governing ? [[`${root}${firstParameter(governing)}`, wordsFor(governing, wanted)] as const] : [];
  });
  return editor.properties.map((one) => withShow(one, Object.fromEntries(condition)));
}

function wordsFor(editor: Editor, wanted: When[string]): NonNullable<Show[string]> {
  const values = (Array.isArray(wanted) ? wanted : [wanted]) as readonly Scalar[];
  return values.map((value) => editor.wordFor?.(value) ?? value);
}

function withShow(one: INodeProperties, show: Show): INodeProperties {
  const all = { ...show, ...one.displayOptions?.show };
  if (Object.keys(all).length === 0) return one;
  return property({ ...one, displayOptions: { ...one.displayOptions, show: all } });
}

const optionsProperty = (options: readonly INodeProperties[], here: Show): INodeProperties =>
  property({
    displayName: 'Options',
    name: optionsParameter,
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show: here },
    // An option that was not added has no value, so none can be required
    options: byName(
      options.map((one) => property({ ...one, required: undefined })),
      ({ displayName }) => displayName,
    ),
  });
