import type { FastifyInstance } from 'fastify';
import type { DataSet } from '../data-set.ts';
import { isoDay } from '../../dates.ts';
import { badRequest } from '../errors.ts';
import { pageOf } from '../page.ts';
import type { PageQuery } from '../page.ts';
import type { Region } from '../region.ts';
import { succeed, succeedDeleting } from '../succeed.ts';

/** Get Data Set, Delete Data Set. */
export function dataSetRoutes(app: FastifyInstance, region: Region): void {
  app.get<{ Querystring: PageQuery }>(
    '/data-sets',
    { config: { operation: 'getDataSets' } },
    (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['train']);
      const { items, metadata } = pageOf(region, [...region.dataSets.values()], request.query);
      return succeed(region, reply, { data_sets: items.map((each) => render(region, each)), metadata });
    },
  );

  app.delete<{ Params: { readonly id: string } }>(
    '/data-sets/:id',
    { config: { operation: 'deleteDataSet' } },
    (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['train']);
      if (!region.dataSets.delete(Number(request.params.id)))
        throw badRequest('sandbox: there is no such data set.');
      return succeedDeleting(region, reply);
    },
  );
}

function render(region: Region, dataSet: DataSet): Readonly<Record<string, unknown>> {
  const { grants } = region.shared;
  return {
    data_set_id: dataSet.id,
    owner_user_id: 'sandbox-user',
    name: dataSet.name,
    extension: dataSet.extension,
    column_count: dataSet.columnCount,
    data_count: dataSet.rowCount,
    data_size: dataSet.bytes,
    download_url: grants.issue({
      kind: 'download',
      name: dataSet.name,
      open: dataSet.open,
    }),
    updated_date: isoDay(dataSet.createdMs),
    created_date: isoDay(dataSet.createdMs),
  };
}
