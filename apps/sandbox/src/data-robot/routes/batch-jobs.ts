import type { FastifyInstance } from 'fastify';
import { jobObject } from '../batch/job-object.ts';
import { readJobSpec } from '../batch/job-spec.ts';
import { selectJobs } from '../batch/select-jobs.ts';
import { ApiError, conflict, invalid, notFound } from '../errors.ts';
import { findJob } from '../find-job.ts';
import { pageOf } from '../page.ts';
import type { Platform } from '../platform.ts';
import { created } from './batch-reruns.ts';

/** Batch jobs without their data: create, read, list, hide, delete. */
export function batchJobRoutes(app: FastifyInstance, platform: Platform): void {
  const { variants } = platform.parts;

  app.post('/batchPredictions/', { config: { operation: 'batchCreate' } }, (request, reply) => {
    const spec = readJobSpec(request.body, variants);
    const deployment = platform.deployments.get(spec.deploymentId);
    if (deployment === undefined)
      throw new ApiError(variants.has('create-404') ? 422 : 404, 'Deployment not found');
    if (deployment.model.isUnstructured) throw invalid('sandbox: the model is unstructured.');
    if (variants.has('create-400')) throw new ApiError(400, 'Bad request');
    const job = platform.createJob(spec, deployment);
    platform.feedIfRemote(job);
    return created(platform, request, reply, job);
  });

  app.get('/batchPredictions/', { config: { operation: 'batchList' } }, (request) => {
    const jobs = selectJobs(platform, new URL(request.url, 'http://sandbox').searchParams);
    const items = jobs.map((job) => jobObject(platform, request, job));
    return pageOf(platform, request, items, { usual: 100 });
  });

  app.get('/batchPredictions/:id/', { config: { operation: 'batchStatus' } }, async (request) => {
    const job = findJob(platform, request);
    await job.deployment.instance.poll();
    return jobObject(platform, request, findJob(platform, request));
  });

  app.patch('/batchPredictions/:id/', { config: { operation: 'batchUpdate' } }, (request) => {
    const job = findJob(platform, request);
    const { hidden, ...others } = (request.body ?? {}) as { readonly hidden?: unknown };
    if (typeof hidden !== 'boolean' || Object.keys(others).length > 0)
      throw invalid('sandbox: only {"hidden": true} and {"hidden": false} can be set.');
    if (!job.isOver && job.queuedMs === undefined) throw notFound('Batch prediction job was never queued');
    if (!job.isOver) throw conflict('Batch prediction job is not finished');
    job.hidden = hidden;
    return jobObject(platform, request, job);
  });

  app.delete('/batchPredictions/:id/', { config: { operation: 'batchDelete' } }, (request, reply) => {
    const job = findJob(platform, request);
    if (job.isOver) throw conflict(`Batch prediction job is ${job.status} and cannot be deleted`);
    if (job.queuedMs === undefined) throw notFound('Batch prediction job was never queued');
    job.done.deletes += 1;
    job.abort('deleted by sandbox@example.com');
    job.isDeleted = !variants.has('delete-keeps-aborted');
    job.deployment.instance.advance();
    return reply.code(202).send();
  });
}
