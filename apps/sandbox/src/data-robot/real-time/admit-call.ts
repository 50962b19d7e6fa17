import type { FastifyReply } from 'fastify';
import type { Deployment } from '../deployment.ts';
import { ApiError, invalid, notFound } from '../errors.ts';
import type { Platform } from '../platform.ts';

/** The deployment of a real-time call that may be carried out. @throws ApiError 404, 422, 429 and as the variants ask for */
export function admitCall(platform: Platform, id: string, reply: FastifyReply): Deployment {
  const { variants } = platform.parts;
  const deployment = platform.deployments.get(id);
  if (deployment === undefined)
    throw notFound(`Deployment ${id} cannot be found for user ${platform.userId}`);
  const waitMs = platform.quotas.count(id);
  if (waitMs !== undefined) throw quotaUsedUp(platform, waitMs, reply);
  if (deployment.status === 'active' || deployment.status === 'replacingModel') return deployment;
  const message = `sandbox: the deployment is ${deployment.status}.`;
  if (variants.has('inactive-404')) throw notFound(message);
  throw variants.has('inactive-503') ? new ApiError(503, message) : invalid(message);
}

function quotaUsedUp(
  { parts: { variants, clock } }: Platform,
  waitMs: number,
  reply: FastifyReply,
): ApiError {
  if (variants.has('retry-after-seconds')) void reply.header('retry-after', String(Math.ceil(waitMs / 1000)));
  if (variants.has('retry-after-date'))
    void reply.header('retry-after', new Date(clock.now() + waitMs).toUTCString());
  return new ApiError(
    variants.has('quota-403') ? 403 : 429,
    'sandbox: the quota of the deployment is used up.',
  );
}
