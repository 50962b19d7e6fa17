import { restOf, waitForJob, type Patience, type RunContext } from '@modelferry/operation';
import type { Job } from '@modelferry/polling';
import { asPassing } from '../client/as-passing.ts';
import type { DataRobotClient } from '../client/client.ts';
import type { Deployment } from '../client/deployments.ts';
import { firstPauseMs } from '../client/limits.ts';
import { vendor } from '../vendor.ts';

/**
 * Looks at a deployment until it is as wanted or the time is up.
 * @returns it as it was seen last; undefined when no look succeeded
 */
export async function watchDeployment(
  context: RunContext<DataRobotClient>,
  deploymentId: string,
  isAsWanted: (deployment: Deployment) => boolean,
  patience: Patience,
): Promise<Deployment | undefined> {
  const { client, clock } = context;
  const job: Job<Deployment> = {
    reference: { vendor, kind: 'deployment', id: deploymentId },
    async read(signal) {
      const result = await client.getDeployment(deploymentId, signal).catch((error: unknown) => {
        throw asPassing(error);
      });
      const state = isAsWanted(result) ? 'succeeded' : 'running';
      return { state, rawStatus: result.status ?? 'active', result };
    },
  };
  const { snapshot } = await waitForJob(context, job, { ...restOf(clock, patience), firstPauseMs });
  return snapshot?.result;
}
