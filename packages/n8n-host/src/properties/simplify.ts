import type { Operation } from '@modelferry/operation';
import type { INodeProperties } from 'n8n-workflow';
import { fixedTexts } from './fixed-texts.ts';

/** From more output fields than this on, n8n wants a switch that leaves out what few need. */
const maxPlainFields = 10;

export const simplifyParameter = 'simplify';

/** Whether an operation's output can be simplified. */
export const isSimplifiable = ({ outputFields }: Operation): boolean => outputFields.length > maxPlainFields;

export const simplifyProperty: INodeProperties = {
  displayName: fixedTexts.simplify.displayName,
  name: simplifyParameter,
  type: 'boolean',
  default: true,
  description: fixedTexts.simplify.description,
};

/** Leaves out the output fields that are declared as advanced. */
export function simplified<Output extends object>(operation: Operation, output: Output): Partial<Output> {
  const left = new Set(operation.outputFields.filter(({ advanced }) => advanced).map(({ name }) => name));
  return Object.fromEntries(Object.entries(output).filter(([name]) => !left.has(name))) as Partial<Output>;
}
