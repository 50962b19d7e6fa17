import type { Job } from '@modelferry/polling';
import type { AbejaClient } from '../client/client.ts';
import type { Service } from '../client/serving/service.ts';
import { vendor } from '../vendor.ts';
import { serviceState } from './service-state.ts';

/** The kind of a service in references and in the ledger. */
export const serviceKind = 'service';

/** Names a service. */
export interface ServiceRef {
  readonly deploymentId: string;
  readonly serviceId: string;
}

/** A service on its way to be ready. */
export const serviceJob = (client: AbejaClient, { deploymentId, serviceId }: ServiceRef): Job<Service> => ({
  reference: { vendor, kind: serviceKind, id: `${deploymentId}/${serviceId}` },
  async read(signal) {
    const service = await client.getService(deploymentId, serviceId, signal);
    return { state: serviceState(service.status), rawStatus: service.status, result: service };
  },
});
