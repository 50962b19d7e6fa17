import type { FastifyInstance } from 'fastify';
import { datasetObject, newestOf } from '../catalog/dataset-object.ts';
import type { Dataset } from '../catalog/dataset.ts';
import { readCategories } from '../catalog/read-categories.ts';
import { invalid, notFound } from '../errors.ts';
import { findDataset } from '../find-dataset.ts';
import { pageOf } from '../page.ts';
import type { Platform } from '../platform.ts';

/** Datasets that are there: list, read, rename, delete. */
export function datasetRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/datasets/', { config: { operation: 'datasets' } }, (request) => {
    const query = new URL(request.url, 'http://sandbox').searchParams;
    const items = select([...platform.catalog.datasets.values()], query).map((each) => datasetObject(each));
    return pageOf(platform, request, items, { usual: 100 });
  });

  app.get('/datasets/:id/', { config: { operation: 'dataset' } }, async (request) => {
    const dataset = findDataset(platform, request);
    // Who looks at the dataset instead of its task sees it through as well
    await newestOf(dataset).task.poll();
    return datasetObject(dataset);
  });

  app.patch('/datasets/:id/', { config: { operation: 'datasetUpdate' } }, (request) => {
    const dataset = findDataset(platform, request);
    const { name, categories, ...others } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(others)[0];
    if (unknown !== undefined) throw invalid(`'${unknown}': ${unknown} is not allowed key`);
    if (name !== undefined && (typeof name !== 'string' || name === ''))
      throw invalid("'name': value is not a string");
    if (categories !== undefined) dataset.categories = readCategories(categories);
    dataset.name = name ?? dataset.name;
    dataset.modifiedMs = platform.parts.clock.now();
    return datasetObject(dataset);
  });

  app.delete('/datasets/:id/', { config: { operation: 'datasetDelete' } }, (request, reply) => {
    findDataset(platform, request).isDeleted = true;
    return reply.code(204).send();
  });

  app.get('/datasets/:id/versions/', { config: { operation: 'datasetVersions' } }, (request) => {
    const dataset = findDataset(platform, request);
    const items = [...dataset.versions].reverse().map((version) => datasetObject(dataset, version));
    return pageOf(platform, request, items, { usual: 100 });
  });

  app.get(
    '/datasets/:id/versions/:versionId/',
    { config: { operation: 'datasetVersion' } },
    async (request) => {
      const dataset = findDataset(platform, request);
      const { versionId } = request.params as { readonly versionId: string };
      const version = dataset.versions.find(({ id }) => id === versionId);
      if (version === undefined) throw notFound('Dataset version not found');
      await version.task.poll();
      return datasetObject(dataset, version);
    },
  );
}

/** Newest first unless the query says otherwise. */
function select(all: readonly Dataset[], query: URLSearchParams): readonly Dataset[] {
  const order = query.get('orderBy') ?? '-created';
  if (order !== 'created' && order !== '-created')
    throw invalid("'orderBy': value doesn't match any of created, -created");
  const category = query.get('category');
  const versions = query.getAll('datasetVersionIds');
  const found = all.filter(
    (dataset) =>
      !dataset.isDeleted &&
      (category === null || dataset.categories.includes(category)) &&
      (query.get('filterFailed')?.toLowerCase() !== 'true' || newestOf(dataset).state !== 'ERROR') &&
      (versions.length === 0 || dataset.versions.some(({ id }) => versions.includes(id))),
  );
  return order === 'created' ? found : found.reverse();
}
