import type { Operation } from '@modelferry/operation';
import type { INodeProperties } from 'n8n-workflow';
import { entryProperties, optionsProperty, withShow, type Show } from './entry-properties.ts';
import { jobEndingProperties } from './job-endings.ts';
import type { Layout } from './layout.ts';
import { operationForm } from './operation-form.ts';
import { optionsParameter } from './options-parameter.ts';
import { isSimplifiable, simplifyProperty } from './simplify.ts';

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
    ...(entry.field.advanced ? [] : entryProperties(entry, form, '')),
  ]);
  const simplify = isSimplifiable(operation) ? [simplifyProperty] : [];
  if (simplify.length > 0 && !operation.outputFields.some(({ advanced }) => advanced)) {
    throw new Error(`${resource}.${name} has many output fields: make those advanced that few need.`);
  }
  const options = [
    ...form.filter(({ field }) => field.advanced).flatMap((entry) => entryProperties(entry, form, '/')),
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
