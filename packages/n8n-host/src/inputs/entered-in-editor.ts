import type { Catalog, Field } from '@modelferry/operation';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import {
  eventParameter,
  operationForm,
  triggerOwner,
  type Entered,
  type FormOwner,
} from '../properties/index.ts';
import type { NodeHost } from '../run/node-host.ts';
import { readEntry } from './read-inputs.ts';

/** What a list depends on, as it stands in the form now. */
export interface EnteredInEditor {
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Names the first of them that is empty. */
  readonly missing?: string;
}

/** The inputs that a list depends on. @param isList tells the field that shows the list */
export async function enteredInEditor<Client>(
  { catalog, layout }: Pick<NodeHost<Client>, 'catalog' | 'layout'>,
  context: ILoadOptionsFunctions,
  isList: (field: Field) => boolean,
): Promise<EnteredInEditor> {
  const parameter = (name: string): unknown => context.getCurrentNodeParameter(name) ?? undefined;
  const owner = ownerOf(catalog, parameter);
  const list = owner?.inputFields.find(isList);
  const dependsOn = list?.kind === 'rows' || list?.kind === 'reference' ? (list.dependsOn ?? []) : [];
  if (!owner || dependsOn.length === 0) return { inputs: {} };
  const entered: Entered = {
    parameter,
    item: () => ({}),
    binaryFile: () => Promise.reject(new Error('A list cannot read files.')),
    binaryArchive: () => Promise.reject(new Error('A list cannot read files.')),
    urlFile: () => Promise.reject(new Error('A list cannot read files.')),
    credential: (type) => context.getCredentials(type),
  };
  const inputs: Record<string, unknown> = {};
  for (const entry of operationForm(owner, layout)) {
    if (dependsOn.includes(entry.field.name)) inputs[entry.field.name] = await readEntry(entry, entered);
  }
  const missing = dependsOn.find((name) => inputs[name] === undefined);
  const field = owner.inputFields.find(({ name }) => name === missing);
  return { inputs, missing: field && (field.advanced ? `${field.title}, under Options,` : field.title) };
}

/** Whose form is open: an operation's, or a trigger's. */
function ownerOf<Client>(
  { operations, triggers = [] }: Catalog<Client>,
  parameter: (name: string) => unknown,
): FormOwner | undefined {
  const event = triggers.find(({ name }) => name === parameter(eventParameter));
  if (event) return triggerOwner(event);
  return operations.find(
    ({ resource, name }) => resource === parameter('resource') && name === parameter('operation'),
  );
}
