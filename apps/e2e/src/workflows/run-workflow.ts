import type { Execution, Scene, WorkflowFile } from '@modelferry/playground';
import { waitFor } from '../wait-for.ts';
import { startWorkflow } from './start-workflow.ts';

const endings = ['success', 'error', 'crashed', 'canceled'];

/** Runs a workflow that starts by hand to its end. */
export async function runWorkflow(scene: Scene, workflow: WorkflowFile): Promise<Execution> {
  const executionId = await startWorkflow(scene, workflow);
  return waitFor('the end of the execution', 120_000, async () => {
    const now = await scene.rest.execution(executionId);
    return endings.includes(now.status) ? now : undefined;
  });
}
