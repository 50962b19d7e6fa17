import type { FastifyInstance } from 'fastify';
import { guessType, isMissing } from '../../models/values.ts';
import { findDeployment } from '../find-deployment.ts';
import { invalid } from '../errors.ts';
import { pageOf } from '../page.ts';
import type { Platform } from '../platform.ts';
import { accepted } from './status.ts';

const featureTypes = { number: 'Numeric', date: 'Date', category: 'Categorical' } as const;

/** A deployment's features, and its switching on and off. */
export function deploymentChangeRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/deployments/:id/features/', { config: { operation: 'deploymentFeatures' } }, async (request) => {
    const { model } = findDeployment(platform, request);
    if (model.isUnstructured) throw invalid('sandbox: an unstructured model has no features.');
    const { search = '', includeNonPredictionFeatures } = request.query as Readonly<
      Record<string, string | undefined>
    >;
    const { columns: used, decompose } = await model.fitted();
    const { columns, rows } = model.table;
    const { reasons } = decompose((column) => rows[0]?.[columns.indexOf(column)] ?? '');
    const total = reasons.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0);
    const features = columns
      .filter((name) => includeNonPredictionFeatures === 'true' || used.includes(name))
      .filter((name) => name.toLowerCase().includes(search.toLowerCase()))
      .map((name) => {
        const values = rows.map((row) => row[columns.indexOf(name)] ?? '');
        const type = guessType(values.filter((value) => !isMissing(value)));
        const own = reasons.find(({ column }) => column === name)?.contribution;
        return {
          name,
          featureType: featureTypes[type],
          importance: own === undefined || total === 0 ? null : Math.abs(own) / total,
          dateFormat: type === 'date' ? '%Y-%m-%d' : null,
          knownInAdvance: false,
        };
      });
    return pageOf(platform, request, features, { usual: 100 });
  });

  app.patch('/deployments/:id/status/', { config: { operation: 'deploymentStatus' } }, (request, reply) => {
    const deployment = findDeployment(platform, request);
    const { status } = (request.body ?? {}) as { readonly status?: unknown };
    if (status !== 'active' && status !== 'inactive')
      throw invalid("'status': value doesn't match any of active, inactive");
    const task = platform.startTask('DeploymentStatus', `Making the deployment ${status}`, async () => ({
      path: `/deployments/${deployment.id}/`,
      apply: () => {
        deployment.status = status;
      },
    }));
    return accepted(platform, request, reply, task);
  });
}
