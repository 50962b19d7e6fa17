import type { FastifyInstance } from 'fastify';
import { conflict, invalid, notFound } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { windowMs } from '../quotas.ts';
import type { Quota, QuotaRule } from '../quotas.ts';

/** What the account may ask per hour, by the sandbox's own choice. */
const maxUsage = 10_000;

interface QuotaCall {
  Params: { readonly id: string };
  Body: Readonly<Record<string, unknown>> | undefined;
  Querystring: Readonly<Record<string, string | undefined>>;
}

/** Who one is, how much one has asked, and how much may be asked of a deployment. */
export function quotaRoutes(app: FastifyInstance, platform: Platform): void {
  const { invention, variants } = platform.parts;
  const { all } = platform.quotas;

  app.get('/account/info/', { config: { operation: 'accountInfo' } }, () => ({
    ...{ uid: platform.userId, email: 'sandbox@example.com', firstName: 'Sand', lastName: 'Box' },
    ...{ orgId: 'sandbox-org', tenantId: 'sandbox-tenant', permissions: {} },
  }));

  const usage = (): Record<string, unknown> => {
    if (variants.has('rate-usage-404')) throw notFound();
    const { count, leftMs } = platform.quotas.usage();
    const timeToExpire = Math.ceil(leftMs / 1000);
    return {
      ...{ count: 1, next: null, previous: null },
      usage: [{ resource: 'predict', currentUsage: count, maxUsage, timeToExpire }],
    };
  };
  app.get('/account/rateLimitUsage/', { config: { operation: 'rateLimitUsage' } }, usage);
  app.get<QuotaCall>('/users/:id/rateLimitUsage/', { config: { operation: 'rateLimitUsage' } }, (request) => {
    if (request.params.id !== platform.userId) throw notFound();
    return usage();
  });

  app.get<QuotaCall>('/quotas/', { config: { operation: 'quotas' } }, ({ query }) => ({
    data: [...all.values()].filter(
      ({ resourceType, resourceId }) =>
        (query.resourceType ?? resourceType) === resourceType &&
        (query.resourceId ?? resourceId) === resourceId,
    ),
  }));

  app.post<QuotaCall>('/quotas/', { config: { operation: 'quotaCreate' } }, ({ body = {} }, reply) => {
    const { resourceType, resourceId } = body;
    if (resourceType !== 'deployment') throw invalid("'resourceType': value doesn't match any of deployment");
    if (!platform.deployments.has(String(resourceId))) throw notFound('Deployment not found');
    if ([...all.values()].some((quota) => quota.resourceId === resourceId))
      throw conflict('sandbox: the deployment has a quota already.');
    const quota: Quota = {
      id: invention.hex('dataRobot:quota', 24),
      resourceType: 'deployment',
      resourceId: String(resourceId),
      defaultRules: readRules(body),
    };
    all.set(quota.id, quota);
    return reply.code(201).send(quota);
  });

  app.patch<QuotaCall>('/quotas/:id/', { config: { operation: 'quotaUpdate' } }, (request) => {
    const quota = find(request.params.id);
    quota.defaultRules = readRules(request.body ?? {});
    return quota;
  });

  app.delete<QuotaCall>('/quotas/:id/', { config: { operation: 'quotaDelete' } }, (request, reply) => {
    all.delete(find(request.params.id).id);
    return reply.code(204).send();
  });

  function find(id: string): Quota {
    const quota = all.get(id);
    if (quota === undefined) throw notFound('Quota not found');
    return quota;
  }
}

function readRules({ defaultRules }: Readonly<Record<string, unknown>>): readonly QuotaRule[] {
  const isRule = (value: unknown): boolean => {
    const { rule, limit, window } = (value ?? {}) as Partial<QuotaRule>;
    return typeof rule === 'string' && Number.isInteger(limit) && Object.hasOwn(windowMs, window ?? '');
  };
  if (!Array.isArray(defaultRules) || !defaultRules.every(isRule))
    throw invalid("'defaultRules': value is not a list of rule, limit and window");
  return defaultRules as readonly QuotaRule[];
}
