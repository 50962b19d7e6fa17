import type { AbejaPlatform } from '../platform.ts';
import type { Job } from './job.ts';

/** The token with which the client of a local job tells how it goes: in the form of a JWT, signed by nobody. */
export function localToken(platform: AbejaPlatform, job: Job): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'HS256', typ: 'JWT' });
  const claims = part({ sub: job.facts.id, iat: Math.floor(job.createdMs / 1000) });
  const token = `${head}.${claims}.${platform.ids.secret('local')}`;
  platform.localTokens.set(token, { job, uses: 0 });
  return platform.keep(token, 'ABEJA job token');
}
