import type { FastifyRequest } from 'fastify';
import type { FaultBehaviours } from '../faults/behaviour.ts';
import { configGone, inferenceDenied, VendorError } from './errors.ts';
import type { Region } from './region.ts';

/** The faults that only this vendor can have. */
export function predictionOneFaults(region: Region): FaultBehaviours {
  const idOf = (request: FastifyRequest): string => (request.params as { readonly id?: string }).id ?? '';
  return {
    'vendor-error': {
      before: (_request, _reply, fault) => {
        const {
          code = 4001000204,
          error = 'PREDA_EXTERNAL_BAD_REQUEST',
          message = 'sandbox: planned fault',
        } = fault;
        throw new VendorError(code, error, message, fault.status);
      },
    },
    'unknown-status': {
      answer: (_request, _reply, fault, payload) => {
        if (typeof payload !== 'string') return payload;
        return payload.replace(
          /"status":"[^"]*"/g,
          `"status":${JSON.stringify(fault.value ?? 'sandbox_mystery')}`,
        );
      },
    },
    'job-deleted-mid-run': {
      before: (request) => {
        const job = region.retrainJobs.get(idOf(request));
        if (job !== undefined) job.deleted = true;
      },
    },
    'job-fails': {
      before: (request, _reply, fault) => {
        const { external_process_id: processId } = request.query as { readonly external_process_id?: string };
        const job = region.retrainJobs.get(idOf(request)) ?? region.trainings.get(processId ?? '');
        job?.fail(fault.message ?? 'sandbox: planned failure');
      },
    },
    'model-deleted': {
      before: (request) => {
        const key = region.keys.find(request.headers['x-api-key']);
        const { model_id: modelId } = request.query as { readonly model_id?: string };
        region.models.delete(key?.modelId ?? Number(modelId));
      },
    },
    'classifier-deleted-before-switch': {
      before: (request) => {
        const job = region.retrainJobs.get(idOf(request));
        const classifier = job && region.classifierOfModel(job.baseModelId);
        if (classifier !== undefined) region.deleteClassifier(classifier);
      },
    },
    'config-missing': {
      before: () => {
        throw configGone();
      },
    },
    'credential-expired-mid-run': {
      before: (request) => {
        const key = region.keys.find(request.headers['x-api-key']);
        if (key !== undefined) key.active = false;
      },
    },
    'ip-denied': {
      before: () => {
        throw inferenceDenied('Not allowed source ip');
      },
    },
  };
}
