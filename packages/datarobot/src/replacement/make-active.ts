import { EngineError } from '@modelferry/http';
import type { Patience, RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { Deployment } from '../client/deployments.ts';
import { waitForTask } from '../tasks/wait-for-task.ts';
import { isActive, isPassingThrough } from './deployment-status.ts';
import { watchDeployment } from './watch-deployment.ts';

/**
 * Sees to it that a deployment is active, without which a replacement may hang or fail (3.18): one that is on its way there
 * is waited for; an inactive one is activated, where that is allowed.
 * @returns it as it is then
 * @throws EngineError with code `conflict` when it is not and will not be
 */
export async function makeActive(
  context: RunContext<DataRobotClient>,
  found: Deployment,
  { activate, patience }: { readonly activate: boolean; readonly patience: Patience },
): Promise<Deployment> {
  const { client, clock, signal, progress } = context;
  const { id } = found;
  const settled = isPassingThrough(found.status)
    ? ((await watchDeployment(context, id, ({ status }) => !isPassingThrough(status), patience)) ?? found)
    : found;
  if (isActive(settled.status)) return settled;
  if (settled.status?.toLowerCase() !== 'inactive' || !activate) throw notActive(settled);

  progress({ type: 'phase', title: 'Activate the deployment' });
  const taskId = await client.setDeploymentStatus(id, 'active', signal);
  const timeoutMs = Math.max(0, patience.endsAtMs - clock.now());
  if (taskId !== undefined)
    await waitForTask(context, { taskId, doing: `activate deployment ${id}`, timeoutMs });
  const now = (await watchDeployment(context, id, ({ status }) => isActive(status), patience)) ?? settled;
  if (!isActive(now.status)) throw notActive(now);
  return now;
}

function notActive({ id, status }: Deployment): EngineError {
  const remedies: ReadonlyMap<string, string> = new Map([
    [
      'inactive',
      'Switch Activate on, or activate it in DataRobot: on an inactive deployment a replacement may hang.',
    ],
    ['replacingmodel', 'Another replacement goes on: wait until it has ended, then replace the model again.'],
    ['launching', 'Wait until it is active, then replace the model again.'],
  ]);
  return new EngineError({
    code: 'conflict',
    message: `The model of deployment ${id} was not replaced: the deployment is ${status}, not active.`,
    remedy:
      remedies.get(status?.toLowerCase() ?? '') ??
      'Bring it back to active in DataRobot first, then replace the model again.',
  });
}
