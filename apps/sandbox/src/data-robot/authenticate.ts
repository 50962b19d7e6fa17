import type { FastifyRequest } from 'fastify';
import { invalidToken, noCredentials } from './errors.ts';
import type { Platform } from './platform.ts';

const open = ['version', 'ping'];

/** @throws ApiError 401 when the call does not come with the platform's token */
export function authenticate(platform: Platform, request: FastifyRequest): void {
  const { variants } = platform.parts;
  if (open.includes(request.entry.operation) && !variants.has('ping-needs-auth')) return;
  const [scheme = '', ...rest] = (request.headers.authorization ?? '').trim().split(/ +/);
  const token = rest.join(' ');
  if (scheme === 'Bearer' && token === '') throw noCredentials();
  const isTaken = scheme === 'Bearer' || (scheme === 'Token' && !variants.has('bearer-only'));
  if (!isTaken || token !== platform.apiToken || platform.tokenIsRevoked) throw invalidToken();
}
