import type { FastifyRequest } from 'fastify';
import type { Actor } from './access.ts';
import { unauthorized } from './errors.ts';
import type { AbejaPlatform } from './platform.ts';

const tokenUses = 3;

/** Who makes a call. @throws ApiError 401 without credentials that are known */
export function authenticate(platform: AbejaPlatform, { headers }: FastifyRequest): Actor {
  const [scheme = '', secret = ''] = (headers.authorization ?? '').trim().split(/ +/);
  const actor =
    scheme === 'Basic'
      ? byPassword(platform, secret)
      : scheme === 'Bearer'
        ? byToken(platform, secret)
        : null;
  if (actor === null || platform.credentialsExpired) throw unauthorized();
  return actor;
}

function byPassword(platform: AbejaPlatform, encoded: string): Actor | null {
  const [, kind, id = '', secret] =
    /^(user|datasource)-(\w+):(.*)$/.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  if (kind === 'user') {
    const user = platform.users.find((each) => each.id === id && each.token === secret);
    return user === undefined ? null : { kind, user };
  }
  const datasource = platform.datasources.get(id);
  return datasource === undefined || datasource.secret !== secret ? null : { kind: 'datasource', datasource };
}

function byToken(platform: AbejaPlatform, secret: string): Actor | null {
  const [user] = platform.users;
  if (secret === platform.bearerToken && user !== undefined) return { kind: 'user', user };
  const token = platform.localTokens.get(secret);
  if (token === undefined) return null;
  token.uses += 1;
  const isOld = platform.parts.variants.has('local-token-expires') && token.uses > tokenUses;
  return isOld ? null : { kind: 'local', token };
}
