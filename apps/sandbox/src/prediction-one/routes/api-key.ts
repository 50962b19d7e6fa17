import type { FastifyInstance } from 'fastify';
import { isoSeconds } from '../../dates.ts';
import { badRequest, modelGone } from '../errors.ts';
import type { Region } from '../region.ts';
import { succeed } from '../succeed.ts';
import type { PredictionOneVariants } from '../variants.ts';

/** Get API Key. */
export function apiKeyRoute(app: FastifyInstance, region: Region): void {
  app.get<{ Querystring: { readonly credential_type?: unknown; readonly model_id?: unknown } }>(
    '/api-key',
    { config: { operation: 'getApiKey' } },
    (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['secret']);
      const { credential_type: type, model_id: modelId } = request.query;
      if (type !== 'train' && type !== 'deploy' && type !== 'retrain') {
        throw badRequest('sandbox: credential_type must be train, deploy or retrain.');
      }
      if (type === 'retrain') {
        if (modelId === undefined || modelId === '') throw badRequest('Model id is required.');
        if (!region.models.has(Number(modelId)) || region.spentModels.has(Number(modelId))) throw modelGone();
      }
      const key = region.keys.current(type, type === 'retrain' ? Number(modelId) : undefined);
      return succeed(region, reply, { api_key: key.value, ...endDate(key.endMs, region.shared.variants) });
    },
  );
}

function endDate(endMs: number, variants: PredictionOneVariants): { readonly end_date?: string | number } {
  if (variants.has('end-date-missing')) return {};
  if (variants.has('end-date-epoch')) return { end_date: Math.floor(endMs / 1000) };
  const iso = isoSeconds(endMs);
  return {
    end_date: variants.has('end-date-slash') ? iso.replaceAll('-', '/').replace('T', ' ').slice(0, 19) : iso,
  };
}
