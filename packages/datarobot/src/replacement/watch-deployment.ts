import type { RunContext } from '@modelferry/operation';
import { pollUntilDone } from '@modelferry/polling';
import { asPassing } from '../client/as-passing.ts';
import type { DataRobotClient } from '../client/client.ts';
import type { Deployment } from '../client/deployments.ts';
import { vendor } from '../vendor.ts';
import type { Patience } from './patience.ts';

/**
 * Looks at a deployment until it is as wanted or the time is up.
 * @returns it as it was seen last; undefined when no look succeeded
 */
export async function watchDeployment(
  { client, clock, signal, random, progress }: RunContext<DataRobotClient>,
  deploymentId: string,
  isAsWanted: (deployment: Deployment) => boolean,
  { endsAtMs, interval }: Patience,
): Promise<Deployment | undefined> {
  const reference = { vendor, kind: 'deployment', id: deploymentId };
  const outcome = await pollUntilDone<Deployment>(
    {
      reference,
      async read(readSignal) {
        const result = await client.getDeployment(deploymentId, readSignal).catch((error: unknown) => {
          throw asPassing(error);
        });
        const state = isAsWanted(result) ? 'succeeded' : 'running';
        return { state, rawStatus: result.status ?? 'active', result };
      },
    },
    {
      ...{ clock, signal, random, interval },
      timeoutMs: Math.max(0, endsAtMs - clock.now()),
      onChange: ({ result: _, ...snapshot }) => progress({ type: 'status', job: reference, snapshot }),
    },
  );
  return outcome.snapshot?.result;
}
