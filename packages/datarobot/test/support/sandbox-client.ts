import { createSecrets } from '@modelferry/auth';
import { nodeClock, type NodeTransport } from '@modelferry/node-host';
import type { LookupContext } from '@modelferry/operation';
import type { Sandbox } from '@modelferry/sandbox';
import { createDataRobotClient, type DataRobotClient } from '../../src/index.ts';

/** What lookups, cancels and triggers get of a host, over a sandbox. */
export function sandboxAccess(sandbox: Sandbox, transport: NodeTransport): LookupContext<DataRobotClient> {
  const clock = nodeClock;
  const { endpoint, apiToken } = sandbox.describe().dataRobot;
  const secrets = createSecrets();
  const client = createDataRobotClient({ transport, endpoint, apiToken, clock, secrets, random: () => 0.5 });
  return { client, clock, signal: new AbortController().signal };
}
