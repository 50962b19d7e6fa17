import { pause } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { endpointsTo } from '../serving/endpoints-to.ts';
import type { ServiceRef } from '../serving/service-job.ts';
import { stopService } from '../serving/stop-service.ts';

/**
 * Stops a service after its last answers have left, unless an endpoint points to it.
 * @param graceMs how long it goes on after the switch, in milliseconds
 * @returns whether it is stopped
 */
export async function retireService(
  context: RunContext<AbejaClient>,
  reference: ServiceRef,
  graceMs: number,
): Promise<boolean> {
  const { clock, signal, progress } = context;
  const { serviceId } = reference;
  progress({ type: 'phase', title: 'Stop the old service' });
  await pause({ clock, signal }, graceMs, `stop the service ${serviceId}`);
  const names = await endpointsTo(context, reference);
  if (names.length === 0) {
    await stopService(context, reference);
    return true;
  }
  const message = `Service ${serviceId} was not stopped: ${names.join(', ')} ${names.length > 1 ? 'point' : 'points'} to it.`;
  progress({ type: 'warning', message });
  return false;
}
