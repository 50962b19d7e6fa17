import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FaultBehaviour, FaultBehaviours, Payload } from '../faults/behaviour.ts';
import { cuts, drain } from '../faults/cuts.ts';
import type { PlannedFault } from '../faults/fault.ts';
import { refuse } from '../faults/refusals.ts';
import { admitUpload } from './batch/admit-upload.ts';
import type { BatchJob } from './batch/batch-job.ts';
import { breakOff } from './batch/break-off.ts';
import { readJobSpec } from './batch/job-spec.ts';
import { resultBytes } from './batch/result-stream.ts';
import { upTo } from './batch/up-to.ts';
import { ApiError } from './errors.ts';
import type { Platform } from './platform.ts';

const jobsAhead = 2;

/** The faults that only this vendor can have. */
export function dataRobotFaults(platform: Platform): FaultBehaviours {
  /** The job that a call is about, or that it has made. */
  const jobOf = (request: FastifyRequest): BatchJob | undefined =>
    platform.jobs.get((request.params as { readonly id?: string }).id ?? request.entry.jobId ?? '');
  const withJob = (change: (job: BatchJob, fault: PlannedFault) => void): FaultBehaviour => ({
    before: (request, _reply, fault) => {
      const job = jobOf(request);
      if (job !== undefined) change(job, fault);
    },
  });
  const onceCreated = (change: (job: BatchJob) => void): FaultBehaviour => ({
    answer: (request, _reply, _fault, payload) => {
      const job = jobOf(request);
      if (job !== undefined) change(job);
      return payload;
    },
  });
  /** An upload that breaks off has begun all the same. */
  const afterBegin = (kind: 'reset-mid-body' | 'stall-mid-upload'): FaultBehaviour => ({
    before: async (request, reply, fault) => {
      if (/^batchUpload/.test(request.entry.operation)) {
        const upload = admitUpload(platform, request);
        request.raw.socket.once('close', () => breakOff(platform, upload));
      }
      await cuts[kind]?.before?.(request, reply, fault);
    },
  });
  return {
    'reset-mid-body': afterBegin('reset-mid-body'),
    'stall-mid-upload': afterBegin('stall-mid-upload'),
    'vendor-error': {
      before: (_request, _reply, fault) => {
        throw new ApiError(fault.status ?? 422, fault.message ?? 'sandbox: planned fault');
      },
    },
    'http-570-burst': {
      before: (request, reply, fault) => refuse(request, reply, fault, fault.status ?? 570),
    },
    'html-error': {
      before: (request, reply, fault) => {
        const body = fault.body ?? '<html><body><h1>502 Bad Gateway</h1></body></html>';
        return refuse(request, reply, { ...fault, body, contentType: 'text/html' }, fault.status ?? 502);
      },
    },
    'token-revoked': {
      arrive: () => {
        platform.tokenIsRevoked = true;
      },
    },
    'deployment-deleted': {
      before: (request) => {
        const { id } = request.params as { readonly id?: string };
        const named = (request.body as { readonly deploymentId?: string } | undefined)?.deploymentId;
        platform.deployments.delete(named ?? jobOf(request)?.deployment.id ?? id ?? '');
      },
    },
    'deprecation-header': {
      answer: (_request, reply, fault, payload) => {
        void reply.header('deprecation', fault.value ?? 'True');
        return payload;
      },
    },
    'next-loops': rewritten((body, request) => ({ ...body, next: `http://${request.host}${request.url}` })),
    'job-status-unknown': rewritten((body, _request, fault) => ({
      ...body,
      status: fault.value ?? 'sandbox_mystery',
    })),
    'percentage-zero': rewritten((body) => ({ ...body, percentageCompleted: 0 })),
    'job-aborted': withJob((job, fault) => job.abort(fault.message ?? 'sandbox: planned abort')),
    'job-failed': withJob((job, fault) => job.fail(fault.message ?? 'sandbox: planned failure')),
    'job-vanishes': withJob((job) => {
      job.isDeleted = true;
    }),
    'job-stuck': onceCreated((job) => {
      job.isStuck = true;
    }),
    'queue-busy': onceCreated((job) => {
      const { deployment } = job;
      for (let count = 0; count < jobsAhead; count += 1) {
        const spec = readJobSpec({ deploymentId: deployment.id }, platform.parts.variants);
        const other = platform.createJob(spec, deployment, 'UI');
        other.isWhole = other.uploadBegun = true;
        deployment.instance.enter(other);
      }
    }),
    'upload-aborts-job': {
      before: async (request, _reply, fault) => {
        const { job } = admitUpload(platform, request);
        await drain(request, fault.bytes ?? 1024);
        job.abort(fault.message ?? 'Too many errors');
        await drain(request);
        throw new ApiError(422, `Batch prediction job is ABORTED: ${job.logs.at(-1) ?? ''}`);
      },
    },
    'download-cut': {
      answer: (request, _reply, fault, payload) =>
        shortened(payload, limitOf(jobOf(request), fault), () => {
          request.entry.cut = true;
          request.raw.socket.resetAndDestroy();
        }),
    },
    'download-ends-short': {
      answer: (request, _reply, fault, payload) => {
        const job = jobOf(request);
        return shortened(payload, limitOf(job, fault), () =>
          job?.abort(fault.message ?? 'sandbox: planned abort', true),
        );
      },
    },
  };
}

/** An answer in JSON, changed; one that is not stays. */
function rewritten(
  change: (
    body: Readonly<Record<string, unknown>>,
    request: FastifyRequest,
    fault: PlannedFault,
  ) => Readonly<Record<string, unknown>>,
): FaultBehaviour {
  return {
    answer: (request, reply, fault, payload) => {
      if (typeof payload !== 'string' || !payload.startsWith('{')) return payload;
      void reply.removeHeader('content-length');
      return JSON.stringify(change(JSON.parse(payload), request, fault));
    },
  };
}

/** Half of the result, unless the fault says how much. */
function limitOf(job: BatchJob | undefined, fault: PlannedFault): number {
  return fault.bytes ?? Math.ceil((job === undefined ? 0 : resultBytes(job)) / 2);
}

function shortened(payload: Payload, bytes: number, atEnd: () => void): Payload {
  if (!(payload instanceof Readable)) return payload;
  return Readable.from(upTo(payload as AsyncIterable<Buffer>, bytes, atEnd), { objectMode: false });
}
