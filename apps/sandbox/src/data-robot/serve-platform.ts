import type { FastifyInstance } from 'fastify';
import { takeJsonBodies } from '../json-bodies.ts';
import { serveErrors } from '../serve-errors.ts';
import { authenticate } from './authenticate.ts';
import { errorAnswer } from './error-answer.ts';
import { apiRoot } from './links.ts';
import type { Platform } from './platform.ts';
import { batchDownloadRoute } from './routes/batch-download.ts';
import { batchJobRoutes } from './routes/batch-jobs.ts';
import { batchRerunRoutes } from './routes/batch-reruns.ts';
import { batchUploadRoutes } from './routes/batch-upload.ts';
import { datasetUploadRoutes, datasetUrlRoutes } from './routes/dataset-upload.ts';
import { datasetRoutes } from './routes/datasets.ts';
import { definitionRoutes } from './routes/definitions.ts';
import { deploymentChangeRoutes } from './routes/deployment-changes.ts';
import { deploymentRoutes } from './routes/deployments.ts';
import { modelReplacementRoutes } from './routes/model-replacement.ts';
import { quotaRoutes } from './routes/quotas.ts';
import { realTimeRoutes } from './routes/real-time.ts';
import { retrainingPolicyRoutes } from './routes/retraining-policies.ts';
import { retrainingRunRoutes } from './routes/retraining-runs.ts';
import { statusRoutes } from './routes/status.ts';
import { versionRoutes } from './routes/version.ts';

const usualIdleMs = 60_000;
const shortIdleMs = 1_000;

/** All of the API that there is, under `/api/v2`. */
export function servePlatform(app: FastifyInstance, platform: Platform): void {
  const { variants } = platform.parts;
  takeJsonBodies(app);
  serveErrors(app, (error) => errorAnswer(error, variants));
  app.addHook('onRequest', async (request, reply) => {
    app.server.keepAliveTimeout = variants.has('keepalive-short') ? shortIdleMs : usualIdleMs;
    const documented = variants.has('slash-redirect')
      ? otherForm(request.url, request.entry.operation)
      : undefined;
    if (documented !== undefined) return reply.redirect(documented, 301);
  });
  app.addHook('preHandler', async (request) => {
    authenticate(platform, request);
    platform.definitions.advance();
  });
  void app.register(
    async (api) => {
      versionRoutes(api);
      deploymentRoutes(api, platform);
      deploymentChangeRoutes(api, platform);
      statusRoutes(api, platform);
      quotaRoutes(api, platform);
      datasetRoutes(api, platform);
      retrainingPolicyRoutes(api, platform);
      retrainingRunRoutes(api, platform);
      modelReplacementRoutes(api, platform);
      datasetUrlRoutes(api, platform);
      definitionRoutes(api, platform);
      batchRerunRoutes(api, platform);
      batchJobRoutes(api, platform);
      batchDownloadRoute(api, platform);
      void api.register(async (upload) => batchUploadRoutes(upload, platform));
      void api.register(async (upload) => datasetUploadRoutes(upload, platform));
      void api.register(async (realTime) => realTimeRoutes(realTime, platform, 'serverless'));
    },
    { prefix: apiRoot },
  );
}

/** What is documented without a final slash. */
const withoutSlash = ['ping', 'predict', 'predictUnstructured'];

/** The documented form of a path that came in the other one. */
function otherForm(url: string, operation: string): string | undefined {
  const [path = '', query] = url.split('?');
  const documented = withoutSlash.includes(operation) ? path.replace(/\/+$/, '') : path.replace(/\/*$/, '/');
  if (documented === path || operation === 'unknown') return undefined;
  return query === undefined ? documented : `${documented}?${query}`;
}
