import { isAmbiguous, isCancelled, sendUntilTaken } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Service } from '../client/serving/service.ts';
import type { ServiceSettings } from '../client/serving/services.ts';
import { findService } from './find-service.ts';
import { findNewService } from './find-new-service.ts';
import type { ServiceLedger } from './service-ledger.ts';

/** What service is wanted. */
export interface NewService {
  readonly deploymentId: string;
  readonly settings: ServiceSettings;
  readonly ledger: ServiceLedger;
}

/**
 * Creates a service, and never a second one: that of an earlier try is taken up, and after an answer that got lost the one
 * that is new and as it was asked for (5.2).
 * @throws EngineError with code `outcome-unknown` when it may be there and cannot be seen
 */
export async function createServiceOnce(
  context: RunContext<AbejaClient>,
  wanted: NewService,
): Promise<Service> {
  const { ledger } = wanted;
  const earlier = await takeUp(context, ledger);
  if (earlier) return earlier;
  const open = await ledger.asking.open();
  const service = open ? await findNewService(context, wanted, open) : await create(context, wanted);
  await ledger.keep(service.serviceId, 'starting');
  return service;
}

async function takeUp(context: RunContext<AbejaClient>, ledger: ServiceLedger): Promise<Service | undefined> {
  const reference = await ledger.earlier();
  const service = reference && (await findService(context, reference));
  if (!service) return undefined;
  const message = `Going on with service ${service.serviceId} of an earlier try, in place of creating another one.`;
  context.progress({ type: 'warning', message });
  return service;
}

async function create(
  context: RunContext<AbejaClient>,
  { deploymentId, settings, ledger }: NewService,
): Promise<Service> {
  const { client, signal, progress } = context;
  progress({ type: 'phase', title: 'Create the service' });
  const { entries } = await client.getServices(deploymentId, signal);
  const known = entries.map(({ serviceId }) => serviceId);
  await ledger.asking.note('issued', known);
  try {
    return await sendUntilTaken(context, `create a service of deployment ${deploymentId}`, () =>
      client.createService(deploymentId, settings, signal),
    );
  } catch (error) {
    if (isCancelled(error)) throw error;
    if (!isAmbiguous(error)) {
      await ledger.asking.note('refused', known);
      throw error;
    }
    return findNewService(context, { deploymentId, settings }, known, error);
  }
}
