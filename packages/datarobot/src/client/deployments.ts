import * as v from 'valibot';
import type { CallPort } from './call-port.ts';
import { id, perhaps } from './decode.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';

const deployment = v.object({
  id,
  label: perhaps(v.string()),
  status: perhaps(v.string()),
  model: perhaps(
    v.object({
      type: perhaps(v.string()),
      targetName: perhaps(v.string()),
      targetType: perhaps(v.string()),
    }),
  ),
});

/** A deployed model. All but its ID may be missing. Source: section 3.3. */
export type Deployment = v.InferOutput<typeof deployment>;

/** The calls for deployments (docs/vendors/datarobot.md, 3.3). */
export interface DeploymentCalls {
  /** 3.3. `search` looks in names and descriptions, without regard to case. */
  getDeployments(
    request: PageRequest & { readonly search?: string },
    signal: AbortSignal,
  ): Promise<Page<Deployment>>;
}

export const deploymentCalls = (port: CallPort): DeploymentCalls => ({
  getDeployments: (request, signal) =>
    port.json(
      {
        doing: 'list the deployments',
        method: 'GET',
        path: '/deployments/',
        query: { ...request },
        idempotent: true,
        signal,
      },
      pageOf(deployment),
    ),
});
