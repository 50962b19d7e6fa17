import { createSecrets } from '@modelferry/auth';
import { nodeClock, type NodeTransport } from '@modelferry/node-host';
import type { Sandbox } from '@modelferry/sandbox';
import { createAbejaClient, type AbejaClient, type AbejaOptions } from '../../src/index.ts';

/** A client of a sandbox's ABEJA Platform. */
export function sandboxClient(
  sandbox: Sandbox,
  transport: NodeTransport,
  options: Partial<AbejaOptions> = {},
): AbejaClient {
  const { baseUrl, serviceBaseUrl, organization, user } = sandbox.describe().abeja;
  return createAbejaClient({
    ...{ transport, baseUrl, serviceBaseUrl, organizationId: organization.id },
    credentials: { userId: user.id, personalAccessToken: user.token },
    clock: nodeClock,
    secrets: createSecrets(),
    ...options,
  });
}
