import type { FaultBehaviour, FaultBehaviours } from '../../faults/behaviour.ts';
import type { PlannedFault } from '../../faults/fault.ts';
import type { BatchJob } from '../batch/batch-job.ts';
import { readJobSpec } from '../batch/job-spec.ts';
import type { Platform } from '../platform.ts';
import { jobOf } from './job-of.ts';

const jobsAhead = 2;

/** The faults that befall a batch job, or the deployment it is for. */
export function jobFaults(platform: Platform): FaultBehaviours {
  const withJob = (change: (job: BatchJob, fault: PlannedFault) => void): FaultBehaviour => ({
    before: (request, _reply, fault) => {
      const job = jobOf(platform, request);
      if (job !== undefined) change(job, fault);
    },
  });
  const onceCreated = (change: (job: BatchJob) => void): FaultBehaviour => ({
    answer: (request, _reply, _fault, payload) => {
      const job = jobOf(platform, request);
      if (job !== undefined) change(job);
      return payload;
    },
  });
  return {
    'deployment-deleted': {
      before: (request) => {
        const { id } = request.params as { readonly id?: string };
        const named = (request.body as { readonly deploymentId?: string } | undefined)?.deploymentId;
        platform.deployments.delete(named ?? jobOf(platform, request)?.deployment.id ?? id ?? '');
      },
    },
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
  };
}
