import type { JobLedger } from '@modelferry/operation';
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
  /**
   * - `issued`: it is about to be asked for, or was, and may be there
   * - `refused`: it clearly is not
   * @param known IDs of the services that were there before
   */
  ask(phase: 'issued' | 'refused', known: readonly string[]): Promise<void>;
  /** The services that were there before an earlier try which never heard what became of it. */
  open(): Promise<readonly string[] | undefined>;
}

/** A place in the ledger needs an ID before there is one. */
const beside = 'beside';

/** @param fingerprint tells this request from all others */
export function serviceLedger(jobs: JobLedger, deploymentId: string, fingerprint: string): ServiceLedger {
  const keep = (kind: string, id: string, phase: string): Promise<void> =>
    jobs.keep({ vendor, kind, id, phase, fingerprint });
  return {
    async keep(serviceId, phase) {
      await keep(serviceKind, `${deploymentId}/${serviceId}`, phase);
      // What was open is settled
      if (await this.open()) await keep(serviceRequest, beside, 'settled');
    },
    async earlier() {
      const record = await jobs.earlier(serviceKind, fingerprint);
      if (!record || record.phase === 'failed') return undefined;
      return { deploymentId, serviceId: record.id.slice(deploymentId.length + 1) };
    },
    ask: (phase, known) => keep(serviceRequest, [beside, ...known].join(' '), phase),
    async open() {
      const record = await jobs.earlier(serviceRequest, fingerprint);
      return record?.phase === 'issued' ? record.id.split(' ').slice(1) : undefined;
    },
  };
}
