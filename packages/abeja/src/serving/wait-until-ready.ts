import { EngineError } from '@modelferry/http';
import { restOf, waitForJob, type Patience, type RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Service } from '../client/serving/service.ts';
import { serviceJob, type ServiceRef } from './service-job.ts';

/** Pause after the first look, in milliseconds; it grows. */
const firstPauseMs = 5_000;

/**
 * Waits until a service answers or the time is up.
 * @returns it, ready; undefined when the time was up first
 * @throws EngineError with code `job-failed` when it will not be ready
 */
export async function waitUntilReady(
  context: RunContext<AbejaClient>,
  reference: ServiceRef,
  patience: Patience,
): Promise<Service | undefined> {
  const { client, clock, progress } = context;
  progress({ type: 'phase', title: 'Wait for the service' });
  const wait = { ...restOf(clock, patience), firstPauseMs };
  const outcome = await waitForJob(context, serviceJob(client, reference), wait);
  if (!outcome.ended) return undefined;
  const { state, rawStatus, result } = outcome.snapshot;
  if (state === 'succeeded') return result;
  const { deploymentId, serviceId } = reference;
  throw new EngineError({
    code: 'job-failed',
    message: `Service ${serviceId} of deployment ${deploymentId} did not get ready: it is ${rawStatus}.`,
    remedy:
      'Read its log on the platform and mend what that names, then create a new one; delete this one, since services are paid for.',
  });
}
