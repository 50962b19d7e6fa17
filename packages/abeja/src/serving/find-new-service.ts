import { EngineError, isCancelled, pause } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Service } from '../client/serving/service.ts';
import type { ServiceSettings } from '../client/serving/services.ts';
import { isSameService } from './same-service.ts';

/** Between the two looks, in milliseconds. Source: docs/vendors/abeja.md, 5.2. */
const betweenLooksMs = 5_000;

/**
 * Finds the service that a call without a clear answer has made: the one that was not there before, and that is as it was
 * asked for (5.2).
 * @param known IDs of the services that were there before
 * @throws EngineError with code `outcome-unknown` when none is to be seen, or more than one: it is not asked for again
 */
export async function findNewService(
  { client, clock, signal, progress }: RunContext<AbejaClient>,
  wanted: { readonly deploymentId: string; readonly settings: ServiceSettings },
  known: readonly string[],
  cause?: unknown,
): Promise<Service> {
  const { deploymentId, settings } = wanted;
  for (const pauseMs of [0, betweenLooksMs]) {
    await pause({ clock, signal }, pauseMs, `look for the new service of deployment ${deploymentId}`);
    const found = (await look(client, deploymentId, signal)).filter(
      (service) => !known.includes(service.serviceId) && isSameService(service, settings),
    );
    const [service] = found;
    if (found.length > 1) break;
    if (!service) continue;
    const message = `No clear answer came to the creation. Service ${service.serviceId} is new since then and as it was asked for: it is taken for it.`;
    progress({ type: 'warning', message });
    return service;
  }
  const why = cause instanceof Error ? ` ${cause.message}` : '';
  throw new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether a service of deployment ${deploymentId} was created, and it was not asked for again.${why}`,
    remedy:
      'Look at the services of the deployment: use a new one that is there, and run this again if there is none.',
    cause,
  });
}

/** A look that fails says nothing. */
const look = async (
  client: AbejaClient,
  deploymentId: string,
  signal: AbortSignal,
): Promise<readonly Service[]> => {
  try {
    return (await client.getServices(deploymentId, signal)).entries;
  } catch (error) {
    if (isCancelled(error)) throw error;
    return [];
  }
};
