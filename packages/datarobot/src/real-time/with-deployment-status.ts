import { ApiError, isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { ScoringTarget } from './find-host.ts';

/** Refusals that say enough by themselves. */
const clear: ReadonlySet<number> = new Set([401, 403, 413, 429]);

/**
 * A refusal, with the deployment's status where that explains it: servers refuse to score with one that is not active in
 * ways of their own (`inactive-404`).
 * @returns the error as it is where the deployment is active, or cannot be looked at
 */
export async function withDeploymentStatus(
  { client, signal }: Pick<RunContext<DataRobotClient>, 'client' | 'signal'>,
  { host, deploymentId }: ScoringTarget,
  error: unknown,
): Promise<unknown> {
  if (!isApiError(error) || clear.has(error.status)) return error;
  if (host.kind === 'portable' || deploymentId === undefined) return error;
  const { status } = await client.getDeployment(deploymentId, signal).catch(() => ({ status: undefined }));
  if (status === undefined || status === 'active') return error;
  return new ApiError({
    ...error,
    message: `${error.message} The status of the deployment is "${status}".`,
    remedy: 'Activate the deployment in DataRobot, then score again.',
    cause: error,
  });
}
