import type { FastifyRequest } from 'fastify';
import type { BatchJob } from './batch/batch-job.ts';
import { notFound } from './errors.ts';
import type { Platform } from './platform.ts';

const uploadWindowMs = 60_000;

/** The job that a call is about, once what is due has happened to it. @throws ApiError 404 */
export function findJob(platform: Platform, request: FastifyRequest): BatchJob {
  const { clock, variants } = platform.parts;
  const job = platform.jobs.get((request.params as { readonly id: string }).id);
  if (job !== undefined) {
    request.entry.jobId = job.id;
    job.deployment.instance.advance();
    const isLate = !job.uploadBegun && clock.now() - job.createdMs > uploadWindowMs;
    if (isLate && variants.has('upload-window-expiry')) job.isDeleted = true;
    if (!job.isDeleted) return job;
  }
  throw notFound('Batch prediction job not found');
}
