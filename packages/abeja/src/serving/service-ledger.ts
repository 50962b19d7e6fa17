import type { JobLedger, JobRecord } from '@modelferry/operation';
import type { ServiceSettings } from '../client/services.ts';
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
  /** No clear answer came. @param known IDs of the services that were there before */
  keepOpen(known: readonly string[]): Promise<void>;
  /** The services that were there before an earlier try which never heard what became of it. */
  open(): Promise<readonly string[] | undefined>;
}

const beside = 'beside';

/** @param purpose tells services apart that are otherwise the same: the endpoint, of a switch */
export function serviceLedger(
  jobs: JobLedger,
  deploymentId: string,
  settings: ServiceSettings,
  purpose?: string,
): ServiceLedger {
  const fingerprint = JSON.stringify([deploymentId, settings, purpose]);
  const note = (kind: string, id: string, phase: string): Promise<void> =>
    jobs.keep({ vendor, kind, id, phase, fingerprint });
  return {
    async keep(serviceId, phase) {
      await note(serviceKind, `${deploymentId}/${serviceId}`, phase);
    },
    async earlier() {
      const record = await jobs.earlier(serviceKind, fingerprint);
      return record && record.phase !== 'failed' ? referenceOf(record) : undefined;
    },
    keepOpen: (known) => note(serviceRequest, [beside, ...known].join(' '), 'issued'),
    async open() {
      const record = await jobs.earlier(serviceRequest, fingerprint);
      return record?.id.split(' ').slice(1);
    },
  };
}

function referenceOf({ id }: JobRecord): ServiceRef {
  const [deploymentId = '', serviceId = ''] = id.split('/');
  return { deploymentId, serviceId };
}
