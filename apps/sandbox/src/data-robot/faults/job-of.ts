import type { FastifyRequest } from 'fastify';
import type { BatchJob } from '../batch/batch-job.ts';
import type { Platform } from '../platform.ts';

/** The job that a call is about, or that it has made. */
export function jobOf(platform: Platform, request: FastifyRequest): BatchJob | undefined {
  return platform.jobs.get((request.params as { readonly id?: string }).id ?? request.entry.jobId ?? '');
}
