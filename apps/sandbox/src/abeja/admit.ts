import type { FastifyReply } from 'fastify';
import { ApiError } from '../api-error.ts';
import type { Actor } from './access.ts';
import { forbidden, unauthorized } from './errors.ts';
import type { AbejaPlatform } from './platform.ts';
import type { Call } from './call.ts';

const uploads = ['channelUpload', 'channelPresign'];
const ofLocalJobs = ['trainingJobStatus', 'trainingJobLogs', 'trainingResultUpload'];
const withLocalToken = [...ofLocalJobs, 'trainingJob', 'trainingStatistics'];

/** Lets a call pass that its maker may make. @throws ApiError 401, 403, 404, 410, 429 */
export function admit(platform: AbejaPlatform, call: Call, reply: FastifyReply): void {
  const { variants } = platform.parts;
  const { org } = call.params;
  checkRate(platform, call, reply);
  if (call.request.routeOptions.url?.includes('/training/definitions') && variants.has('training-gone'))
    throw new ApiError(410, 'sandbox: the training API is no longer offered.');
  if (org !== undefined && !isOurs(platform, org)) throw platform.missing('organization');
  checkRole(platform, call, call.actor);
}

function checkRole(platform: AbejaPlatform, call: Call, actor: Actor): void {
  const { variants } = platform.parts;
  const { operation } = call.request.entry;
  if (ofLocalJobs.includes(operation) && variants.has('local-token-only') && actor.kind !== 'local')
    throw unauthorized();
  if (actor.kind === 'datasource') {
    if (!uploads.includes(operation)) throw forbidden('a datasource may only upload');
    if (!actor.datasource.channelIds.has(call.params.channel ?? ''))
      throw forbidden('the datasource is not tied to this channel');
  }
  if (actor.kind === 'local') {
    const isItsOwn = call.params.job === actor.token.job.facts.id;
    if (!isItsOwn || !withLocalToken.includes(operation))
      throw forbidden('the token of a job is good for that job only');
  }
  const isWrite = call.request.method !== 'GET' && operation !== 'serviceCall';
  if (actor.kind === 'user' && actor.user.role === 'regular' && isWrite)
    throw variants.has('role-401') ? unauthorized() : forbidden('your role does not allow this');
}

/** The second, fourth, ... call of a credential to an API. */
function checkRate(platform: AbejaPlatform, { request }: Call, reply: FastifyReply): void {
  const { variants } = platform.parts;
  const hasNoHeader = variants.has('rate-limited-no-header');
  if (!hasNoHeader && !variants.has('rate-limited')) return;
  const key = `${request.headers.authorization ?? ''} ${request.entry.operation}`;
  const count = (platform.calls.get(key) ?? 0) + 1;
  platform.calls.set(key, count);
  if (count % 2 === 1) return;
  if (!hasNoHeader) void reply.header('retry-after', '1');
  throw new ApiError(429, 'too many requests');
}

function isOurs({ organization, parts: { variants } }: AbejaPlatform, org: string): boolean {
  return org === organization.id || (org === organization.name && !variants.has('org-id-only'));
}
