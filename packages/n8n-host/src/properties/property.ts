import type { Field } from '@modelferry/operation';
import type { INodeProperties } from 'n8n-workflow';
import { asDescription } from './as-description.ts';

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { readonly kind: Kind }>;

const order: readonly (keyof INodeProperties)[] = [
  ...([
    'displayName',
    'name',
    'type',
    'typeOptions',
    'noDataExpression',
    'required',
    'displayOptions',
  ] as const),
  ...(['options', 'modes', 'default', 'placeholder', 'description', 'hint'] as const),
];

/** A property as n8n's own are written: its keys in their usual order, and none without a value. */
export function property(said: INodeProperties): INodeProperties {
  const inOrder = order.flatMap((key) => (isSaid(key, said[key]) ? [[key, said[key]] as const] : []));
  return Object.fromEntries(inOrder) as unknown as INodeProperties;
}

/** n8n's lint refuses `required: false`; a default may well be false. */
const isSaid = (key: string, value: unknown): boolean =>
  value !== undefined && !(key === 'required' && value === false);

/** The words of an input, as its first property says them. */
export const wordsOf = (field: Field) => ({
  displayName: field.title,
  name: field.name,
  description: asDescription(field.description),
  placeholder: field.placeholder,
  required: field.required,
});
