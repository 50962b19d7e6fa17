import type { N8nRest, WorkflowNode } from './n8n-rest.ts';

/** One entry of a list in the editor. */
export interface ListEntry {
  readonly name: string;
  readonly value: string;
}

interface NodeType {
  readonly properties: readonly {
    readonly name: string;
    readonly modes?: readonly {
      readonly name: string;
      readonly typeOptions?: { readonly searchListMethod?: string };
    }[];
  }[];
}

/** Opens the list of a parameter as the editor does, and gives its entries that have the text in them. */
export async function listEntries(
  rest: N8nRest,
  { type, typeVersion, parameters, credentials }: WorkflowNode,
  parameter: string,
  filter: string,
): Promise<readonly ListEntry[]> {
  const nodeTypeAndVersion = { name: type, version: typeVersion };
  const [nodeType] = await rest.call<readonly NodeType[]>('POST', '/rest/node-types', `reading ${type}`, {
    nodeInfos: [nodeTypeAndVersion],
  });
  const methodName = nodeType?.properties
    .filter(({ name }) => name === parameter)
    .flatMap(({ modes = [] }) => modes)
    .find(({ name }) => name === 'list')?.typeOptions?.searchListMethod;
  const { results } = await rest.call<{ readonly results: readonly ListEntry[] }>(
    'POST',
    '/rest/dynamic-node-parameters/resource-locator-results',
    `listing ${parameter} of ${type}`,
    {
      nodeTypeAndVersion,
      path: `parameters.${parameter}`,
      methodName,
      currentNodeParameters: parameters,
      credentials,
      filter,
    },
  );
  return results;
}
