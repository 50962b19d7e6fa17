import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serveErrors } from '../serve-errors.ts';
import { authenticate } from './authenticate.ts';
import { errorAnswer } from './error-answer.ts';
import { ApiError, invalidToken } from './errors.ts';
import type { Platform } from './platform.ts';
import { realTimeRoutes } from './routes/real-time.ts';

/** A dedicated prediction server: it wants the token and, besides, its own key. */
export function servePrediction(app: FastifyInstance, platform: Platform): void {
  serveErrors(app, (error) => errorAnswer(error, platform.parts.variants));
  app.addHook('onRequest', async (request) => {
    if (!isBasic(platform, request)) authenticate(platform, request);
    if (request.headers['datarobot-key'] !== platform.serverKey)
      throw new ApiError(401, 'The datarobot-key header is missing');
  });
  void app.register(async (api) => realTimeRoutes(api, platform, 'dedicated'), {
    prefix: '/predApi/v1.0',
  });
}

/** A portable prediction server: the same models, without the platform around them. */
export function servePortable(app: FastifyInstance, platform: Platform): void {
  serveErrors(app, (error) => errorAnswer(error, platform.parts.variants));
  app.addHook('onRequest', async ({ headers }) => {
    if (!platform.parts.variants.has('pps-auth')) return;
    if (headers.authorization !== `Bearer ${platform.portableToken}`) throw invalidToken();
  });
  app.get('/ping', { config: { operation: 'portablePing' } }, () => ({ response: 'pong' }));
  app.get('/info', { config: { operation: 'portableInfo' } }, () => {
    const { id, model } = platform.firstDeployment;
    return { model_id: model.id, deployment_id: id, target: model.task.target };
  });
  void app.register(async (api) => realTimeRoutes(api, platform, 'portable'));
}

/** The deprecated way: e-mail and token. */
function isBasic(platform: Platform, { headers }: FastifyRequest): boolean {
  const encoded = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return false;
  const [user, ...token] = Buffer.from(encoded, 'base64').toString().split(':');
  if (
    user?.toLowerCase() !== 'sandbox@example.com' ||
    token.join(':') !== platform.apiToken ||
    platform.tokenIsRevoked
  )
    throw invalidToken();
  return true;
}
