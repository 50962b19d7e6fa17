import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BatchJob } from '../batch/batch-job.ts';
import { resultBytes, resultStream } from '../batch/result-stream.ts';
import { skipBytes } from '../batch/skip-bytes.ts';
import { ApiError, invalid, notFound } from '../errors.ts';
import { findJob } from '../find-job.ts';
import type { Platform } from '../platform.ts';

/** The result of a batch job, as far as there is one; while it runs, the rest follows. */
export function batchDownloadRoute(app: FastifyInstance, platform: Platform): void {
  const { clock, variants } = platform.parts;
  app.get(
    '/batchPredictions/:id/download/',
    { config: { operation: 'batchDownload' } },
    async (request, reply) => {
      const { accept = '*/*' } = request.headers;
      if (!/\*\/\*|text\/(csv|\*)/i.test(accept)) throw new ApiError(406, 'Accept must allow text/csv');
      const job = readyJob(platform, request);
      job.done.downloads += 1;
      const { instance } = job.deployment;
      const stream = resultStream(job, {
        isShuffled: variants.has('row-order-shuffled'),
        isGone: () => request.raw.socket.destroyed,
        advance: () => {
          instance.advance();
          // Who reads to the end of data that are whole has seen the job through
          if (clock.timeScale === undefined && !job.isStuck) job.completeWhenScored();
        },
      });
      void reply.type('text/csv').header('content-disposition', `attachment;filename=result-${job.id}.csv`);
      const from =
        job.status === 'COMPLETED' && variants.has('download-range') ? rangeStart(request) : undefined;
      if (from === undefined) return reply.send(Readable.from(stream, { objectMode: false }));
      const total = resultBytes(job);
      void reply.code(206).header('content-range', `bytes ${from}-${total - 1}/${total}`);
      return reply.send(Readable.from(skipBytes(stream, from), { objectMode: false }));
    },
  );

  function readyJob(...call: readonly [Platform, FastifyRequest]): BatchJob {
    const job = findJob(...call);
    if (job.spec.output.type !== 'localFile') throw notFound('The result was written elsewhere');
    if (job.startedMs === undefined && job.status !== 'ABORTED') throw notFound('The result is not ready');
    if (job.isExpired)
      throw variants.has('gc-410')
        ? new ApiError(410, 'The result has expired')
        : notFound('The result has expired');
    if (job.done.downloads > 0 && variants.has('single-download'))
      throw notFound('The result was fetched already');
    if (job.status === 'ABORTED' && !variants.has('aborted-download-partial'))
      throw invalid(`Batch prediction job is ABORTED: ${job.logs.at(-1) ?? ''}`);
    return job;
  }
}

function rangeStart(request: FastifyRequest): number | undefined {
  const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  return from === undefined ? undefined : Number(from);
}
