import type { FastifyRequest } from 'fastify';
import { jobGone, jobNotFound, keyNotFound } from './errors.ts';
import type { Key } from './key-ring.ts';
import type { Region } from './region.ts';
import type { RetrainJob } from './retrain-job.ts';

/**
 * The job of the path, for the key that asks.
 *
 * @throws VendorError when there is none, it is gone, or it belongs to another model's key
 */
export function jobOf(region: Region, request: FastifyRequest, key: Key): RetrainJob {
  const { id } = request.params as { readonly id: string };
  request.entry.jobId = id;
  const job = region.retrainJobs.get(id);
  if (job === undefined) throw jobNotFound();
  if (key.modelId !== undefined && !region.isRelated(key.modelId, job.baseModelId)) {
    throw region.shared.variants.has('foreign-key-rejected') ? keyNotFound() : jobNotFound();
  }
  if (job.deleted) throw jobGone();
  return job;
}
