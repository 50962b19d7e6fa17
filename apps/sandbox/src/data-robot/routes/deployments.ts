import type { FastifyInstance } from 'fastify';
import { deploymentObject } from '../deployment-object.ts';
import type { Deployment } from '../deployment.ts';
import { invalid, notFound } from '../errors.ts';
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
      const { search = '', orderBy, status = 'active', importance = 'LOW' } = request.query;
      const order = orders[orderBy ?? ''];
      if (orderBy !== undefined && order === undefined && !otherOrder.test(orderBy))
        throw invalid(`'orderBy': value doesn't match any of the orders`);
      const found = [...platform.deployments.values()].filter(
        ({ label, description }) =>
          `${label}\n${description}`.toLowerCase().includes(search.toLowerCase()) &&
          status === 'active' &&
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
    (request) => {
      const deployment = platform.deployments.get(request.params.id);
      if (deployment === undefined) throw notFound('Deployment not found');
      return deploymentObject(platform, request, deployment);
    },
  );

  app.get('/predictionServers/', { config: { operation: 'predictionServers' } }, (request) => {
    const dedicated = [...platform.instances.values()].filter((each) => each.platform === 'datarobot');
    const items = dedicated.map((instance) => ({
      id: instance.id,
      url: `http://${request.host}`,
      'datarobot-key': platform.serverKey,
      batchPredictions: instance.counts,
    }));
    return pageOf(platform, request, items, { usual: 20 });
  });
}
