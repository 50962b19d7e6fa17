import type { WorkflowFile } from './n8n-rest.ts';

/** The workflow with its credentials, which a file names by type and name alone, tied to those made in this n8n. */
export function withCredentials(
  workflow: WorkflowFile,
  idsByType: Readonly<Record<string, string>>,
): WorkflowFile {
  return {
    ...workflow,
    nodes: workflow.nodes.map((node) => ({
      ...node,
      ...(node.credentials && {
        credentials: Object.fromEntries(
          Object.entries(node.credentials).map(([type, { id, name }]) => [
            type,
            { id: idsByType[type] ?? id, name },
          ]),
        ),
      }),
    })),
  };
}
