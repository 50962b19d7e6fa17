import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BatchJob } from '../batch/batch-job.ts';
import { feedFrom } from '../batch/feed-job.ts';
import { jobObject } from '../batch/job-object.ts';
import { readJobSpec } from '../batch/job-spec.ts';
import { notFound } from '../errors.ts';
import { linkTo } from '../links.ts';
import type { Platform } from '../platform.ts';
import { findDefinition } from './definitions.ts';

/** Batch jobs that are made from what is there. */
export function batchRerunRoutes(app: FastifyInstance, platform: Platform): void {
  const { variants } = platform.parts;

  app.post(
    '/batchPredictions/fromExisting/',
    { config: { operation: 'batchFromExisting' } },
    (request, reply) => {
      const { predictionJobId } = (request.body ?? {}) as { readonly predictionJobId?: string };
      const source = platform.jobs.get(predictionJobId ?? '');
      if (source === undefined || source.isDeleted) throw notFound('Batch prediction job not found');
      if (!platform.deployments.has(source.deployment.id)) throw notFound('Deployment not found');
      const job = platform.createJob(readJobSpec(source.spec.given, variants), source.deployment);
      platform.feedIfRemote(job);
      const reuses = variants.has('from-existing-reuses-data') && source.isWhole && source.rows > 0;
      if (job.spec.intake.type === 'localFile' && reuses) feedFrom(job, source);
      return created(platform, request, reply, job);
    },
  );

  app.post(
    '/batchPredictions/fromJobDefinition/',
    { config: { operation: 'batchFromDefinition' } },
    (request, reply) =>
      created(platform, request, reply, platform.definitions.run(findDefinition(platform, request))),
  );
}

/** The answer to a new job. */
export function created(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  job: BatchJob,
): FastifyReply {
  request.entry.jobId = job.id;
  return reply
    .code(202)
    .header('location', linkTo(platform, request, `/batchPredictions/${job.id}/`))
    .send(jobObject(platform, request, job));
}
