import type { FastifyRequest } from 'fastify';
import { targetTypeOf } from './deployment.ts';
import type { Deployment } from './deployment.ts';
import type { Platform } from './platform.ts';

/** A deployment as the API shows it. */
export function deploymentObject(
  platform: Platform,
  request: FastifyRequest,
  deployment: Deployment,
): Record<string, unknown> {
  const { id, label, description, modelId, task, instance } = deployment;
  const createdAt = new Date(deployment.createdMs).toISOString();
  const isServerless = instance.platform === 'datarobotServerless';
  const server = {
    id: instance.id,
    url: `http://${request.host}`,
    'datarobot-key': platform.serverKey,
  };
  return {
    id,
    label,
    description,
    status: 'active',
    importance: 'LOW',
    createdAt,
    model: {
      id: modelId,
      type: task.type === 'regression' ? 'Ridge Regressor' : 'Linear Discriminant Analysis',
      targetName: task.target,
      targetType: targetTypeOf(task),
      projectId: null,
      unstructuredModelKind: false,
      isDeprecated: false,
      deployedAt: createdAt,
    },
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
