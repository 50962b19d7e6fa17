import type { FastifyInstance } from 'fastify';
import { deploymentObject, predictionServerUrl } from '../deployment-object.ts';
import type { Deployment } from '../deployment.ts';
import { invalid } from '../errors.ts';
import { findDeployment } from '../find-deployment.ts';
import { pageOf } from '../page.ts';
import type { Platform } from '../platform.ts';

/** Orders that the list knows; the others of the vendor's are taken and change nothing. */
const orders: Readonly<Record<string, (a: Deployment, b: Deployment) => number>> = {
  label: (a, b) => a.label.localeCompare(b.label),
  '-label': (a, b) => b.label.localeCompare(a.label),
};
const otherOrder =
  /^-?(serviceHealth|modelHealth|accuracyHealth|fairnessHealth|recentPredictions|lastPredictionTimestamp|currentModelDeployedTimestamp|createdAtTimestamp|importance)$/;

/** Deployments and the servers behind them. */
export function deploymentRoutes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: Readonly<Record<string, string | undefined>> }>(
    '/deployments/',
    { config: { operation: 'deployments' } },
    (request) => {
      const { search = '', orderBy, status, importance = 'LOW' } = request.query;
      const order = orders[orderBy ?? ''];
      if (orderBy !== undefined && order === undefined && !otherOrder.test(orderBy))
        throw invalid(`'orderBy': value doesn't match any of the orders`);
      const found = [...platform.deployments.values()].filter(
        (each) =>
          `${each.label}\n${each.description}`.toLowerCase().includes(search.toLowerCase()) &&
          (status === undefined || each.status === status) &&
          importance === 'LOW',
      );
      if (order !== undefined) found.sort(order);
      const items = found.map((deployment) => deploymentObject(platform, request, deployment));
      return pageOf(platform, request, items, { usual: 20, most: 100 });
    },
  );

  app.get<{ Params: { readonly id: string } }>(
    '/deployments/:id/',
    { config: { operation: 'deployment' } },
    async (request) => {
      const deployment = findDeployment(platform, request);
      await deployment.task?.poll();
      const object = deploymentObject(platform, request, deployment);
      if (deployment.outdated !== undefined && deployment.status === 'active') {
        deployment.outdated.looks -= 1;
        if (deployment.outdated.looks <= 0) delete deployment.outdated;
      }
      return object;
    },
  );

  app.get('/predictionServers/', { config: { operation: 'predictionServers' } }, (request) => {
    const dedicated = [...platform.instances.values()].filter((each) => each.platform === 'datarobot');
    const items = dedicated.map((instance) => ({
      id: instance.id,
      url: predictionServerUrl(platform, request),
      'datarobot-key': platform.serverKey,
      batchPredictions: instance.counts,
    }));
    return pageOf(platform, request, items, { usual: 20 });
  });
}
