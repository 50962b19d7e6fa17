import type { FastifyInstance } from 'fastify';
import { takeJsonBodies } from '../json-bodies.ts';
import { errorAnswer } from './error-answer.ts';
import { GatewayError } from './errors.ts';
import type { Region } from './region.ts';
import { apiKeyRoute } from './routes/api-key.ts';
import { classifierRoutes } from './routes/classifiers.ts';
import { dataSetRoutes } from './routes/data-sets.ts';
import { inferenceRoute } from './routes/inference.ts';
import { modelRoutes } from './routes/models.ts';
import { retrainRoutes } from './routes/retrain.ts';
import { trainingRoutes } from './routes/training.ts';

const management = [retrainRoutes, apiKeyRoute, trainingRoutes, modelRoutes, dataSetRoutes, classifierRoutes];
const retrainApis = ['retrainUpload', 'retrainStatus', 'retrainSwitch', 'inference'];
const eightApis = [...retrainApis, 'getApiKey', 'trainUpload', 'train', 'trainStatus'];

/** All APIs of one region: management under `/v1/external`, scoring beside it. */
export function serveRegion(app: FastifyInstance, region: Region): void {
  const { variants } = region.shared;
  takeJsonBodies(app);
  app.setErrorHandler((error, _request, reply) => {
    const answer = errorAnswer(error, variants);
    return reply.code(answer.status).header('content-type', answer.contentType).send(answer.body);
  });
  // What the gateway does not know it forbids, whether or not such an API exists elsewhere
  app.setNotFoundHandler(() => {
    throw new GatewayError();
  });
  app.addHook('preHandler', async (request, reply) => {
    const { operation } = request.entry;
    if (region.name === 'international' && !knownAbroad(region, operation)) throw new GatewayError();
    if (!variants.has('rate-limited')) return;
    const caller = `${operation} ${String(request.headers['x-api-key'])}`;
    const calls = region.calls.get(caller) ?? 0;
    region.calls.set(caller, calls + 1);
    if (calls % 2 === 1) return;
    void reply.header('retry-after', '1');
    throw new GatewayError(429, 'Too Many Requests');
  });
  void app.register(
    async (external) => {
      for (const serve of management) serve(external, region);
    },
    { prefix: '/v1/external' },
  );
  inferenceRoute(app, region);
}

function knownAbroad({ shared: { variants } }: Region, operation: string): boolean {
  if (variants.has('intl-retrain-only')) return retrainApis.includes(operation);
  if (variants.has('intl-eight-apis')) return eightApis.includes(operation);
  return true;
}
