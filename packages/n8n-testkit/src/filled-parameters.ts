import { NodeHelpers, type IDataObject, type INode, type INodeProperties } from 'n8n-workflow';
import { packedNode } from './packed.ts';

/** The parameters of the packed node as n8n fills them in, hidden ones stripped. */
export function filledParameters(parameters: IDataObject): IDataObject {
  const { description } = packedNode();
  const node = { typeVersion: 1, parameters } as unknown as INode;
  const filled = NodeHelpers.getNodeParameters(
    description.properties,
    node.parameters,
    true,
    false,
    node,
    description,
  );
  return (filled ?? {}) as IDataObject;
}

/** The credential types that the editor shows for these parameters. */
export function askedCredentials(parameters: IDataObject): string[] {
  const { description } = packedNode();
  const all = filledParameters(parameters) as INode['parameters'];
  const node = { typeVersion: 1, parameters: all } as unknown as INode;
  return (description.credentials ?? [])
    .filter((one) => NodeHelpers.displayParameter(all, one, node, description))
    .map(({ name }) => name);
}

/** Every property, those inside collections too. */
export const everyProperty = (among: readonly INodeProperties[]): INodeProperties[] =>
  among.flatMap((one) => [
    one,
    ...(one.type === 'collection' ? everyProperty((one.options ?? []) as INodeProperties[]) : []),
  ]);
