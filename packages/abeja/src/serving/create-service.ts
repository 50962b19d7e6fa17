import { isEngineError } from '@modelferry/http';
import type { Patience, RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Service } from '../client/serving/service.ts';
import type { ServiceSettings } from '../client/serving/services.ts';
import { createServiceOnce } from './create-service-once.ts';
import { fingerprintOf } from '../at-most-once/fingerprint.ts';
import { serviceLedger } from './service-ledger.ts';
import { isReady } from './service-state.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/**
 * Creates a service, once, and waits for it where that is wanted.
 * @returns it as it was seen last
 * @throws EngineError with code `job-failed` when it will not be ready
 */
export async function createService(
  context: RunContext<AbejaClient>,
  wanted: {
    readonly deploymentId: string;
    readonly settings: ServiceSettings;
    /** @default it is not waited for */
    readonly patience?: Patience;
  },
): Promise<{ readonly service: Service; readonly isReady: boolean }> {
  const { deploymentId, settings, patience } = wanted;
  const fingerprint = await fingerprintOf(['create', deploymentId, settings]);
  const ledger = serviceLedger(context.jobs, deploymentId, fingerprint);
  const service = await createServiceOnce(context, { deploymentId, settings, ledger });
  if (!patience) return { service, isReady: isReady(service.status) };
  const { serviceId } = service;
  try {
    const ready = await waitUntilReady(context, { deploymentId, serviceId }, patience);
    if (!ready) return { service, isReady: false };
    await ledger.keep(serviceId, 'ready');
    return { service: ready, isReady: true };
  } catch (error) {
    // The next try then begins anew
    if (isEngineError(error) && error.code === 'job-failed') await ledger.keep(serviceId, 'failed');
    throw error;
  }
}
