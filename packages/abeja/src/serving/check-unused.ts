import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { endpointsTo } from './endpoints-to.ts';
import type { ServiceRef } from './service-job.ts';

/**
 * Makes sure that no endpoint points to a service, since what asks the endpoint would get no answer (Q26).
 * @param fate what is about to become of it: `deleted`
 * @throws EngineError with code `conflict` where one does
 */
export async function checkUnused(
  context: RunContext<AbejaClient>,
  reference: ServiceRef,
  fate: string,
): Promise<void> {
  const names = await endpointsTo(context, reference);
  if (names.length === 0) return;
  throw new EngineError({
    code: 'conflict',
    message: `Service ${reference.serviceId} was not ${fate}: it is in use, by ${names.length > 1 ? 'the endpoints' : 'the endpoint'} ${names.join(', ')}.`,
    remedy: 'Point what uses it to another service first.',
  });
}
