import type { FastifyInstance } from 'fastify';
import { leaveBodies, takeJsonBodies } from '../json-bodies.ts';
import { serveErrors } from '../serve-errors.ts';
import { storageRoutes } from '../storage/routes.ts';
import { errorAnswer } from './errors.ts';
import type { AbejaPlatform } from './platform.ts';
import { channelFileRoutes, channelUploadRoutes } from './routes/channel-files.ts';
import { channelRoutes } from './routes/channels.ts';
import { datasetItemRoutes } from './routes/dataset-items.ts';
import { datasetRoutes } from './routes/datasets.ts';
import { definitionRoutes } from './routes/definitions.ts';
import { deploymentRoutes } from './routes/deployments.ts';
import { endpointRoutes } from './routes/endpoints.ts';
import { jobRoutes } from './routes/jobs.ts';
import { localJobRoutes } from './routes/local-jobs.ts';
import { modelRoutes, modelUploadRoutes } from './routes/models.ts';
import { runRoutes } from './routes/runs.ts';
import { serviceCallRoutes } from './routes/service-calls.ts';
import { serviceRoutes } from './routes/services.ts';
import { versionRoutes, versionUploadRoutes } from './routes/versions.ts';
import { serveRoutes } from './serve-routes.ts';

/** Where presigned URLs lead. */
export const filesRoot = '/_files';

const withJson = [
  ...[definitionRoutes, versionRoutes, jobRoutes, localJobRoutes, modelRoutes],
  ...[deploymentRoutes, serviceRoutes, endpointRoutes, runRoutes],
  ...[channelRoutes, channelFileRoutes, datasetRoutes, datasetItemRoutes],
];
const withStream = [versionUploadRoutes, modelUploadRoutes, channelUploadRoutes, serviceCallRoutes];

/** All of the API, the service host's paths, and presigned URLs, on one server. */
export function serveAbeja(app: FastifyInstance, platform: AbejaPlatform): void {
  const { variants, grants, folder, invention } = platform.parts;
  serveErrors(app, (error) => errorAnswer(error, variants));
  void app.register(async (api) => {
    takeJsonBodies(api);
    for (const routes of withJson) serveRoutes(api, platform, routes(platform));
  });
  void app.register(async (uploads) => {
    leaveBodies(uploads);
    for (const routes of withStream) serveRoutes(uploads, platform, routes(platform));
  });
  void app.register(
    async (files) =>
      storageRoutes(files, grants, {
        ...{ folder, seed: invention.seed },
        rules: {
          contentTypeAllowed: (contentType, id) =>
            !variants.has('presign-content-type-strict') || grants.contentTypeOf(id) === contentType,
          putStatus: () => 200,
          credentialStatus: 400,
        },
      }),
    { prefix: filesRoot },
  );
}
