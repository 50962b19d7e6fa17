import { withCredentials, type Scene, type WorkflowFile } from '@modelferry/playground';
import { triggerName } from './start-node.ts';

/** Starts a workflow by hand, and gives the id of its execution. */
export async function startWorkflow({ rest, credentialIds }: Scene, workflow: WorkflowFile): Promise<string> {
  return rest.run(await rest.importWorkflow(withCredentials(workflow, credentialIds)), triggerName);
}
