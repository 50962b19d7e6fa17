import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid, notFound } from '../errors.ts';
import { findDeployment } from '../find-deployment.ts';
import type { Platform } from '../platform.ts';
import type { RegisteredModel } from '../registered-model.ts';
import { validateModel } from '../validate-model.ts';
import { accepted } from './status.ts';

const reasons = ['ACCURACY', 'DATA_DRIFT', 'ERRORS', 'SCHEDULED_REFRESH', 'SCORING_SPEED', 'OTHER'];

/** Another model behind a deployment: whether it may be, and that it is. */
export function modelReplacementRoutes(app: FastifyInstance, platform: Platform): void {
  app.post('/deployments/:id/model/validation/', { config: { operation: 'modelValidate' } }, (request) =>
    validateModel(findDeployment(platform, request), findModel(platform, request)),
  );

  app.patch('/deployments/:id/model/', { config: { operation: 'modelReplace' } }, (request, reply) => {
    const deployment = findDeployment(platform, request);
    const { reason } = (request.body ?? {}) as { readonly reason?: unknown };
    if (!reasons.includes(reason as string))
      throw invalid(`'reason': value doesn't match any of ${reasons.join(', ')}`);
    const model = findModel(platform, request);
    const validation = validateModel(deployment, model);
    const isFine = validation.status === 'passing';
    if (!isFine && !platform.parts.variants.has('replace-invalid-async'))
      return reply.code(422).send(validation);
    const isActive = deployment.status === 'active';
    if (isFine && isActive) deployment.status = 'replacingModel';
    const task = platform.startTask('ModelReplacement', 'Replacing the model', async () => {
      if (!isFine) throw new Error(validation.message);
      if (!isActive) throw new Error(`sandbox: the deployment is ${deployment.status}, not active.`);
      await model.fitted();
      return {
        path: `/deployments/${deployment.id}/`,
        apply: () => platform.replaceModel(deployment, model),
      };
    });
    task.onFailure = () => {
      if (deployment.status === 'replacingModel') deployment.status = 'active';
    };
    deployment.task = task;
    return accepted(platform, request, reply, task, { ...validation });
  });
}

/** By its package in the registry, or by its own id. @throws ApiError 404, 422 */
function findModel(platform: Platform, request: FastifyRequest): RegisteredModel {
  const { modelPackageId, modelId } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  if ((modelPackageId === undefined) === (modelId === undefined))
    throw invalid('sandbox: name either modelPackageId or modelId.');
  const model = [...platform.models.values()].find(
    ({ id, packageId }) => id === modelId || packageId === modelPackageId,
  );
  if (model === undefined) throw notFound('Model not found');
  return model;
}
