import type { FastifyRequest } from 'fastify';
import { targetTypeOf } from './deployment.ts';
import type { Deployment } from './deployment.ts';
import type { Platform } from './platform.ts';
import type { RegisteredModel } from './registered-model.ts';

/** A deployment as the API shows it. */
export function deploymentObject(
  platform: Platform,
  request: FastifyRequest,
  deployment: Deployment,
): Record<string, unknown> {
  const { id, label, description, status, instance } = deployment;
  const model = deployment.outdated?.model ?? deployment.model;
  const { task, isUnstructured } = model;
  const createdAt = new Date(deployment.createdMs).toISOString();
  const isServerless = instance.platform === 'datarobotServerless';
  const server = {
    id: instance.id,
    url: predictionServerUrl(platform, request),
    'datarobot-key': platform.serverKey,
  };
  return {
    id,
    label,
    description,
    status,
    importance: 'LOW',
    createdAt,
    model: {
      id: model.id,
      type: typeOf(model),
      targetName: isUnstructured ? null : task.target,
      targetType: targetTypeOf(model),
      projectId: null,
      unstructuredModelKind: isUnstructured,
      isDeprecated: false,
      deployedAt: new Date(deployment.deployedMs).toISOString(),
    },
    modelPackage: { id: model.packageId, name: model.name, registeredModelId: model.registeredModelId },
    ...(platform.parts.variants.has('platform-missing')
      ? { defaultPredictionServer: null }
      : {
          defaultPredictionServer: isServerless ? null : server,
          predictionEnvironment: {
            id: instance.id,
            name: isServerless ? 'Serverless' : 'Main',
            platform: instance.platform,
            isManagedByManagementAgent: false,
          },
        }),
    capabilities: { supportsModelReplacement: true, supportsRetraining: true },
    permissions: ['CAN_MAKE_PREDICTIONS'],
    owners: { count: 1, preview: [] },
    settings: { predictionWarningEnabled: false },
  };
}

/** The dedicated prediction server, under the name by which the client reached the platform. */
export function predictionServerUrl(platform: Platform, request: FastifyRequest): string {
  const url = new URL(platform.parts.predictionUrl());
  url.hostname = request.hostname;
  return url.origin;
}

function typeOf({ task, isUnstructured }: RegisteredModel): string {
  if (isUnstructured) return 'Echo';
  return task.type === 'regression' ? 'Ridge Regressor' : 'Linear Discriminant Analysis';
}
