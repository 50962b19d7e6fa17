import type { FastifyRequest } from 'fastify';
import type { Dataset } from './catalog/dataset.ts';
import { notFound } from './errors.ts';
import type { Platform } from './platform.ts';

/** The dataset that a call is about. @throws ApiError 404 */
export function findDataset(platform: Platform, request: FastifyRequest): Dataset {
  const dataset = platform.catalog.find((request.params as { readonly id: string }).id);
  if (dataset === undefined) throw notFound('Dataset not found');
  request.entry.jobId = dataset.id;
  return dataset;
}
