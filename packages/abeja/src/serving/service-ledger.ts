import { requestNotes, type JobLedger, type RequestNotes } from '@modelferry/operation';
import { vendor } from '../vendor.ts';
import { serviceKind, type ServiceRef } from './service-job.ts';

/** The kind of a service that was asked for and has no ID yet. */
const serviceRequest = 'service-request';

/**
 * How far a service has come, as far as its starting step knows.
 *
 * - `starting`: it is there, and paid for
 * - `ready`: it answers
 * - `failed`: it never will
 */
export type ServicePhase = 'starting' | 'ready' | 'failed';

/** Remembers the service of one request, so that a later try of it never creates a second one. */
export interface ServiceLedger {
  keep(serviceId: string, phase: ServicePhase): Promise<void>;
  /** The service of an earlier try, unless it has failed: then the next try begins anew. */
  earlier(): Promise<ServiceRef | undefined>;
  /** That it was asked for, beside the services that were there before. */
  readonly asking: RequestNotes;
}

/** @param fingerprint tells this request from all others */
export function serviceLedger(jobs: JobLedger, deploymentId: string, fingerprint: string): ServiceLedger {
  const asking = requestNotes(jobs, { vendor, kind: serviceRequest, fingerprint });
  return {
    asking,
    async keep(serviceId, phase) {
      await jobs.keep({ vendor, kind: serviceKind, id: `${deploymentId}/${serviceId}`, phase, fingerprint });
      const known = await asking.open();
      if (known) await asking.note('created', known);
    },
    async earlier() {
      const record = await jobs.earlier(serviceKind, fingerprint);
      if (!record || record.phase === 'failed') return undefined;
      return { deploymentId, serviceId: record.id.slice(deploymentId.length + 1) };
    },
  };
}
