import { UserError } from '../user-error.ts';
import { isOpenChoice, type Choice } from './choice.ts';
import { listEntries } from './list-entries.ts';
import type { N8nRest, WorkflowFile, WorkflowNode } from './n8n-rest.ts';

/**
 * The workflow with what a person would choose from the lists of its nodes: a file gives such entries by their names
 * alone. Credentials have to be tied before.
 * @throws {UserError} when a list has no such entry
 */
export async function withChoices(rest: N8nRest, workflow: WorkflowFile): Promise<WorkflowFile> {
  return { ...workflow, nodes: await Promise.all(workflow.nodes.map((node) => chosen(rest, node))) };
}

/** One after the other: a list may depend on what was chosen before. */
async function chosen(rest: N8nRest, node: WorkflowNode): Promise<WorkflowNode> {
  let filled = node;
  for (const [name, parameter] of Object.entries(node.parameters)) {
    if (!isOpenChoice(parameter)) continue;
    const choice = await choose(rest, filled, name, parameter);
    filled = { ...filled, parameters: { ...filled.parameters, [name]: choice } };
  }
  return filled;
}

async function choose(rest: N8nRest, node: WorkflowNode, name: string, choice: Choice): Promise<Choice> {
  const wanted = choice.cachedResultName;
  const entries = await listEntries(rest, node, name, wanted);
  const entry = entries.find((one) => one.name === wanted);
  if (entry) return { ...choice, value: entry.value };
  throw new UserError(
    `The list of ${name} in "${node.name}" has no "${wanted}", but ${entries.map((one) => one.name).join(', ') || 'nothing'}.`,
  );
}
