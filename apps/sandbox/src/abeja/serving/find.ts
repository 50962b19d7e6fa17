import type { AbejaPlatform } from '../platform.ts';
import type { Call } from '../call.ts';
import type { CodeVersion } from './code-version.ts';
import type { Deployment, Endpoint } from './deployment.ts';
import type { Service } from './service.ts';

/** @throws ApiError 404 */
export function findDeployment(platform: AbejaPlatform, { params: { deployment = '' } }: Call): Deployment {
  const found = platform.deployments.get(deployment);
  if (found === undefined) throw platform.missing('deployment');
  return found;
}

/** @throws ApiError 404 */
export function findCodeVersion(platform: AbejaPlatform, call: Call): CodeVersion {
  const found = findDeployment(platform, call).versions.get(call.params.version ?? '');
  if (found === undefined) throw platform.missing('version');
  return found;
}

/** @throws ApiError 404 */
export function findService(platform: AbejaPlatform, call: Call): Service {
  const found = findDeployment(platform, call).services.get(call.params.service ?? '');
  if (found === undefined) throw platform.missing('service');
  return found;
}

/** By its id or its alias. @throws ApiError 404 */
export function findEndpoint(platform: AbejaPlatform, call: Call, name = call.params.endpoint): Endpoint {
  const { endpoints } = findDeployment(platform, call);
  const found = [...endpoints.values()].find(({ id, alias }) => id === name || alias === name);
  if (found === undefined) throw platform.missing('endpoint');
  return found;
}
