import type { FastifyRequest } from 'fastify';
import type { Deployment } from './deployment.ts';
import { notFound } from './errors.ts';
import type { Platform } from './platform.ts';

/** The deployment that a call is about. @throws ApiError 404 */
export function findDeployment(platform: Platform, request: FastifyRequest): Deployment {
  const deployment = platform.deployments.get((request.params as { readonly id: string }).id);
  if (deployment === undefined) throw notFound('Deployment not found');
  return deployment;
}
