import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { leaveBodies } from '../../json-bodies.ts';
import { admitUpload } from '../batch/admit-upload.ts';
import { receiveData } from '../batch/receive-data.ts';
import { conflict, invalid } from '../errors.ts';
import { drain } from '../../faults/cuts.ts';
import { findJob } from '../find-job.ts';
import type { Platform } from '../platform.ts';

/** The data of a batch job: whole, or in parts that are finalized. */
export function batchUploadRoutes(app: FastifyInstance, platform: Platform): void {
  // Bodies are read by the routes themselves, as they come
  leaveBodies(app);

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const upload = await admitted(platform, request);
    await receiveData(platform, request, upload);
    const { job } = upload;
    if (!job.spec.multipart) {
      job.isWhole = true;
      if (!job.spec.async) job.deployment.instance.enter(job);
    }
    void job.catchUp();
    return reply.code(202).send();
  };
  app.put('/batchPredictions/:id/csvUpload/', { config: { operation: 'batchUpload' } }, take);
  app.put('/batchPredictions/:id/csvUpload/part/:n/', { config: { operation: 'batchUploadPart' } }, take);

  app.post(
    '/batchPredictions/:id/csvUpload/finalizeMultipart/',
    { config: { operation: 'batchFinalize' } },
    async (request, reply) => {
      await drain(request);
      const job = findJob(platform, request);
      if (!job.spec.multipart) throw conflict('Only multipart jobs can be finalized.');
      const { parts } = job;
      if (parts.length === 0) throw invalid('No data was uploaded');
      if (job.isWhole || job.isOver) throw conflict('sandbox: the job was finalized already.');
      if (parts.some(({ proof }) => proof === undefined))
        throw conflict('sandbox: a part is still coming in.');
      const gap = parts.findIndex(({ number }, index) => number !== index);
      if (gap !== -1) throw invalid(`sandbox: part ${gap} is missing.`);
      job.done.finalizes += 1;
      if (platform.parts.variants.has('finalize-202-message'))
        return reply.code(202).send({ message: 'sandbox: the parts could not be joined.' });
      job.isWhole = true;
      if (!job.spec.async) job.deployment.instance.enter(job);
      void job.catchUp();
      return reply.code(202).send();
    },
  );
}

async function admitted(
  platform: Platform,
  request: FastifyRequest,
): Promise<ReturnType<typeof admitUpload>> {
  try {
    return admitUpload(platform, request);
  } catch (error) {
    await drain(request);
    throw error;
  }
}
