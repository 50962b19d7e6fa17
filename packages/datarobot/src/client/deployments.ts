import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import { taskIdOf } from './async-tasks.ts';
import type { CallPort } from './call-port.ts';
import type { DeploymentFilter } from './deployment-filter.ts';
import { explainNoFeatures } from './explain-no-features.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';

const health = perhaps(v.object({ status: perhaps(v.string()) }));

const deployment = v.pipe(
  v.object({
    id,
    label: perhaps(v.string()),
    description: perhaps(v.string()),
    status: perhaps(v.string()),
    importance: perhaps(v.string()),
    createdAt: perhaps(v.string()),
    model: perhaps(
      v.object({
        id: perhaps(id),
        type: perhaps(v.string()),
        targetName: perhaps(v.string()),
        targetType: perhaps(v.string()),
        unstructuredModelKind: perhaps(v.boolean()),
        deployedAt: perhaps(v.string()),
      }),
    ),
    modelPackage: perhaps(v.object({ id: perhaps(id), name: perhaps(v.string()) })),
    defaultPredictionServer: perhaps(
      v.object({ url: perhaps(v.string()), 'datarobot-key': perhaps(v.string()) }),
    ),
    predictionEnvironment: perhaps(v.object({ platform: perhaps(v.string()) })),
    serviceHealth: health,
    modelHealth: health,
    accuracyHealth: health,
    capabilities: perhaps(v.record(v.string(), v.unknown())),
  }),
  v.transform(({ defaultPredictionServer: server, ...rest }) => ({
    ...rest,
    defaultPredictionServer: server && { url: server.url, dataRobotKey: server['datarobot-key'] },
  })),
);

/**
 * A deployed model. All but its ID may be missing. Its prediction server's `dataRobotKey` is a secret, and the secrets of
 * the run have it. Source: section 3.3.
 */
export type Deployment = v.InferOutput<typeof deployment>;

const feature = v.object({
  name: v.string(),
  featureType: perhaps(v.string()),
  importance: perhaps(v.number()),
  dateFormat: perhaps(v.string()),
  knownInAdvance: perhaps(v.boolean()),
});

/** A column that a deployment's model was trained with. */
export type Feature = v.InferOutput<typeof feature>;

/** The calls for deployments (docs/vendors/datarobot.md, 3.3). */
export interface DeploymentCalls {
  /** 3.3. */
  getDeployment(deploymentId: string, signal: AbortSignal): Promise<Deployment>;
  /** 3.3. */
  getDeployments(filter: DeploymentFilter, signal: AbortSignal): Promise<Page<Deployment>>;
  /** 3.3. 422 where the deployment has none. */
  getFeatures(
    deploymentId: string,
    request: PageRequest & { readonly search?: string; readonly includeNonPredictionFeatures?: boolean },
    signal: AbortSignal,
  ): Promise<Page<Feature>>;
  /** 3.3. @returns the ID of the task to wait for, where the server names one */
  setDeploymentStatus(
    deploymentId: string,
    status: 'active' | 'inactive',
    signal: AbortSignal,
  ): Promise<string | undefined>;
}

const pathOf = (deploymentId: string, rest = ''): string =>
  `/deployments/${pathSegment(deploymentId)}/${rest}`;

/** @param addSecret told of every key of a prediction server before anything else can see it */
export function deploymentCalls(port: CallPort, addSecret: (secret: string) => void): DeploymentCalls {
  const known = (one: Deployment): Deployment => {
    const key = one.defaultPredictionServer?.dataRobotKey;
    if (key !== undefined) addSecret(key);
    return one;
  };

  return {
    async getDeployment(deploymentId, signal) {
      const call = {
        doing: `read the deployment ${deploymentId}`,
        method: 'GET',
        path: pathOf(deploymentId),
        signal,
      } as const;
      return known(await port.json(call, deployment));
    },

    async getDeployments(filter, signal) {
      const page = await port.json(
        { doing: 'list the deployments', method: 'GET', path: '/deployments/', query: { ...filter }, signal },
        pageOf(deployment),
      );
      return { ...page, entries: page.entries.map(known) };
    },

    async getFeatures(deploymentId, request, signal) {
      const call = {
        doing: `list the features of deployment ${deploymentId}`,
        method: 'GET',
        path: pathOf(deploymentId, 'features/'),
        query: { ...request },
        signal,
      } as const;
      return port.json(call, pageOf(feature)).catch((error: unknown) => {
        throw explainNoFeatures(error, deploymentId);
      });
    },

    async setDeploymentStatus(deploymentId, status, signal) {
      const { location } = await port.located(
        {
          doing: `set the status of deployment ${deploymentId} to ${status}`,
          method: 'PATCH',
          path: pathOf(deploymentId, 'status/'),
          json: { status },
          idempotent: true,
          signal,
        },
        v.unknown(),
      );
      return taskIdOf(location);
    },
  };
}
