import type { WorkflowFile, WorkflowNode } from './n8n-rest.ts';

/**
 * The node where "Execute workflow" starts: the one for starting by hand, or else what starts the workflow by itself.
 * @throws Error when nothing does
 */
export function startOf({ name, nodes }: WorkflowFile): WorkflowNode {
  const start =
    nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger') ??
    nodes.find(({ type }) => type.endsWith('Trigger'));
  if (!start) throw new Error(`"${name}" has nothing to start at.`);
  return start;
}
