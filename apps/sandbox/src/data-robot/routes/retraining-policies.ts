import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid, notFound } from '../errors.ts';
import { findDeployment } from '../find-deployment.ts';
import { pageOf } from '../page.ts';
import type { Platform } from '../platform.ts';
import type { RetrainingPolicy, RetrainingSettings } from '../retraining/policy.ts';
import { readPolicy } from '../retraining/read-policy.ts';
import { policyObject } from '../retraining/retraining-objects.ts';

const maxPolicies = 5;
const settingNames = ['datasetId', 'credentialId', 'retrainingUserId', 'predictionEnvironmentId'];

/** The policies of a deployment, and the settings that they share. */
export function retrainingPolicyRoutes(app: FastifyInstance, platform: Platform): void {
  const { retraining, parts } = platform;
  const root = '/deployments/:id/retrainingPolicies/';
  const shown = (policy: RetrainingPolicy): Record<string, unknown> => policyObject(policy, parts.variants);

  app.get(root, { config: { operation: 'retrainingPolicies' } }, (request) => {
    const { id } = findDeployment(platform, request);
    return pageOf(platform, request, retraining.policiesOf(id).map(shown), { usual: 100 });
  });

  app.post(root, { config: { operation: 'retrainingPolicyCreate' } }, (request) => {
    const { id } = findDeployment(platform, request);
    const fields = readPolicy(request.body);
    if (retraining.policiesOf(id).length >= maxPolicies)
      throw invalid(`sandbox: a deployment has at most ${maxPolicies} retraining policies.`);
    return shown(retraining.add(id, fields));
  });

  app.get(`${root}:pid/`, { config: { operation: 'retrainingPolicy' } }, (request) =>
    shown(findPolicy(platform, request)),
  );

  app.patch(`${root}:pid/`, { config: { operation: 'retrainingPolicyUpdate' } }, (request) => {
    const policy = findPolicy(platform, request);
    policy.fields = readPolicy(request.body, policy.fields);
    return shown(policy);
  });

  app.delete(`${root}:pid/`, { config: { operation: 'retrainingPolicyDelete' } }, (request, reply) => {
    retraining.policies.delete(findPolicy(platform, request).id);
    return reply.send();
  });

  app.get(
    '/deployments/:id/retrainingSettings/',
    { config: { operation: 'retrainingSettings' } },
    (request) => settingsObject(platform, retraining.settingsOf(findDeployment(platform, request))),
  );

  app.patch(
    '/deployments/:id/retrainingSettings/',
    { config: { operation: 'retrainingSettingsUpdate' } },
    (request) => {
      const settings = retraining.settingsOf(findDeployment(platform, request));
      const body = (request.body ?? {}) as Readonly<Record<string, string | null>>;
      for (const name of Object.keys(body))
        if (!settingNames.includes(name)) throw invalid(`'${name}': ${name} is not allowed key`);
      if (typeof body.datasetId === 'string' && platform.catalog.find(body.datasetId) === undefined)
        throw invalid("'datasetId': there is no such dataset");
      return settingsObject(platform, Object.assign(settings, body));
    },
  );
}

/** The policy that a call is about. @throws ApiError 404 */
export function findPolicy(platform: Platform, request: FastifyRequest): RetrainingPolicy {
  const deployment = findDeployment(platform, request);
  const { pid } = request.params as { readonly pid: string };
  const policy = platform.retraining.policies.get(pid);
  if (policy === undefined || policy.deploymentId !== deployment.id)
    throw notFound('Retraining policy not found');
  return policy;
}

function settingsObject(
  platform: Platform,
  { datasetId, predictionEnvironmentId: environment, retrainingUserId: user }: RetrainingSettings,
): Record<string, unknown> {
  const name = platform.catalog.datasets.get(datasetId ?? '')?.name ?? null;
  return {
    dataset: datasetId === null ? null : { id: datasetId, name },
    predictionEnvironment: environment === null ? null : { id: environment, name: 'Main' },
    retrainingUser: user === null ? null : { id: user, username: 'sandbox@example.com' },
  };
}
