import type { Operation, When } from '@modelferry/operation';
import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { byName } from './by-name.ts';
import { firstParameter } from './editor.ts';
import type { Layout } from './layout.ts';
import { operationForm, type FormEntry } from './operation-form.ts';
import { property } from './property.ts';
import { isSimplifiable, simplifyProperty } from './simplify.ts';

type Show = NonNullable<IDisplayOptions['show']>;

/** The collection that holds the advanced inputs. */
export const optionsParameter = 'options';

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
    ...(entry.field.advanced ? [] : shown(entry, (controlling) => parameterOf(form, controlling))),
  ]);
  const simplify = isSimplifiable(operation) ? [simplifyProperty] : [];
  const options = form
    .filter(({ field }) => field.advanced)
    .flatMap((entry) => shown(entry, (controlling) => `/${parameterOf(form, controlling)}`));

  return [
    ...[...main, ...simplify].map((one) => withShow(one, here)),
    ...(options.length === 0 ? [] : [optionsProperty(options, here)]),
    ...insertedBefore(undefined).map((one) => withShow(one, here)),
  ];
}

const parameterOf = (form: readonly FormEntry[], input: string): string => {
  const entry = form.find(({ field }) => field.name === input);
  return entry ? firstParameter(entry.editor) : input;
};

/** The properties of an input, each under the input's own condition. */
function shown({ field, editor }: FormEntry, parameterOf: (input: string) => string): INodeProperties[] {
  const condition = Object.fromEntries(
    Object.entries(field.when ?? {}).map(([input, values]) => [parameterOf(input), valuesOf(values)]),
  );
  return editor.properties.map((one) => withShow(one, condition));
}

const valuesOf = (values: When[string]): NonNullable<Show[string]> =>
  (Array.isArray(values) ? [...values] : [values]) as NonNullable<Show[string]>;

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
