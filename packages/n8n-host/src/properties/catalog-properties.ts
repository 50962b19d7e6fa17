import type { Catalog, Operation } from '@modelferry/operation';
import type { INodeProperties } from 'n8n-workflow';
import { asDescription } from './as-description.ts';
import { byName } from './by-name.ts';
import type { Layout } from './layout.ts';
import { operationProperties } from './operation-properties.ts';
import { property } from './property.ts';

/** Everything that a node shows of a catalog: the resource, each resource's operations, each operation's form. */
export function catalogProperties<Client>(catalog: Catalog<Client>, layout: Layout = {}): INodeProperties[] {
  const operations: readonly Operation[] = catalog.operations;
  const used = Object.entries(catalog.resources).filter(([name]) =>
    operations.some(({ resource }) => resource === name),
  );
  const resource = property({
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: byName(
      used.map(([value, { title, description }]) => ({
        name: title,
        value,
        description: asDescription(description),
      })),
      ({ name }) => name,
    ),
    default: used[0]?.[0] ?? '',
  });
  return [
    resource,
    ...used.map(([name]) =>
      operationChoice(
        name,
        operations.filter((one) => one.resource === name),
      ),
    ),
    ...(layout.head ?? []),
    ...operations.flatMap((operation) => operationProperties(operation, layout)),
  ];
}

const operationChoice = (resource: string, operations: readonly Operation[]): INodeProperties =>
  property({
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [resource] } },
    options: byName(
      operations.map(({ name, title, action, summary }) => ({
        name: title,
        value: name,
        action,
        description: asDescription(summary),
      })),
      ({ name }) => name,
    ),
    default: operations[0]?.name ?? '',
  });
