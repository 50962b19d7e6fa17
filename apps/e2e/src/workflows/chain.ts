import type { WorkflowFile } from '@modelferry/playground';

/** A workflow whose nodes stand in a row. */
export const chain = (name: string, nodes: readonly { readonly name: string }[]): WorkflowFile => ({
  name,
  nodes: nodes as WorkflowFile['nodes'],
  connections: Object.fromEntries(
    nodes
      .slice(1)
      .map((node, at) => [nodes[at]?.name ?? '', { main: [[{ node: node.name, type: 'main', index: 0 }]] }]),
  ),
  settings: { executionOrder: 'v1' },
});
