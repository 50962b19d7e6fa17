import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, patch, post, remove } from '../calls.ts';
import { pageOf, type Page } from '../wire/page.ts';
import { pathOf } from '../wire/segments.ts';

const deployment = camelized({
  deployment_id: id,
  name: perhaps(v.string()),
  description: perhaps(v.string()),
  default_environment: perhaps(v.record(v.string(), v.unknown())),
  created_at: perhaps(v.string()),
  modified_at: perhaps(v.string()),
});

/** A deployment: it holds code versions, services and endpoints. Source: docs/vendors/abeja.md, 3.5. */
export type Deployment = v.InferOutput<typeof deployment>;

/** The calls for deployments (docs/vendors/abeja.md, 3.5). */
export interface DeploymentCalls {
  /** 3.5. 400 where the name is taken. Never repeated. */
  createDeployment(
    settings: { readonly name: string; readonly description?: string },
    signal: AbortSignal,
  ): Promise<Deployment>;
  /** 3.5. */
  getDeployments(signal: AbortSignal): Promise<Page<Deployment>>;
  /** 3.5. */
  getDeployment(deploymentId: string, signal: AbortSignal): Promise<Deployment>;
  /** 3.5. @returns the deployment, where the answer has it */
  updateDeployment(
    deploymentId: string,
    change: { readonly name: string },
    signal: AbortSignal,
  ): Promise<Deployment | undefined>;
  /** 3.5. */
  deleteDeployment(deploymentId: string, signal: AbortSignal): Promise<void>;
}

/** Below the organization: what belongs to a deployment. */
export const deploymentPath = (deploymentId: string, ...rest: readonly string[]): string =>
  `/deployments${pathOf(deploymentId, ...rest)}`;

export const deploymentCalls = (port: CallPort): DeploymentCalls => ({
  createDeployment: ({ name, description = '' }, signal) =>
    port.json(
      post(`create the deployment "${name}"`, '/deployments', signal, { name, description }),
      deployment,
    ),

  getDeployments: (signal) =>
    port.json(get('list the deployments', '/deployments', signal), pageOf(deployment)),

  getDeployment: (deploymentId, signal) =>
    port.json(get(`read the deployment ${deploymentId}`, deploymentPath(deploymentId), signal), deployment),

  updateDeployment: (deploymentId, { name }, signal) =>
    port.json(
      patch(`rename the deployment ${deploymentId}`, deploymentPath(deploymentId), signal, { name }),
      v.optional(deployment),
    ),

  deleteDeployment: (deploymentId, signal) =>
    port.send(remove(`delete the deployment ${deploymentId}`, deploymentPath(deploymentId), signal)),
});
