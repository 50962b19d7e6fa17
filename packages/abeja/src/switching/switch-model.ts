import { isEngineError } from '@modelferry/http';
import type { Patience, RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';
import type { Service } from '../client/serving/service.ts';
import { createServiceOnce } from '../serving/create-service-once.ts';
import { findService } from '../serving/find-service.ts';
import { servesModel } from '../serving/same-service.ts';
import { serviceLedger, type ServiceLedger } from '../serving/service-ledger.ts';
import { isReady } from '../serving/service-state.ts';
import { settingsLike, type ServiceChange } from '../serving/settings-like.ts';
import { fingerprintOf } from '../at-most-once/fingerprint.ts';
import { readEndpoint, type EndpointRef } from './read-endpoint.ts';
import { switchLedger } from './switch-ledger.ts';
import { switchTo, type Arrival } from './switch-to.ts';

/** What is wanted. */
export interface ModelSwitch extends EndpointRef {
  /** What the new service has otherwise than the one that answers now. */
  readonly change: ServiceChange;
  readonly sample?: Source;
  readonly patience: Patience;
}

/** What became of it. */
export interface Switched {
  /** `pending`: the new service is not ready yet, and the endpoint as it was. `already-current`: nothing was to do. */
  readonly outcome: 'switched' | 'already-current' | 'pending';
  /** The service with the model. */
  readonly service: Service;
  /** The way back; undefined where nothing was switched. */
  readonly previousServiceId: string | undefined;
  readonly sampleAnswer: string | undefined;
}

/**
 * Lets an endpoint answer with another model, by a service of its own (3.6). A later try of the same request goes on with
 * that service, and still knows the way back.
 * @throws EngineError that says what keeps it from being switched; the endpoint then is as it was, unless it says otherwise
 */
export async function switchModel(context: RunContext<AbejaClient>, wanted: ModelSwitch): Promise<Switched> {
  const { jobs } = context;
  const { deploymentId, endpoint, change } = wanted;
  const fingerprint = await fingerprintOf(['switch', deploymentId, endpoint, change]);
  const switches = switchLedger(jobs, fingerprint);
  const services = serviceLedger(jobs, deploymentId, fingerprint);
  const { serviceId: now } = await readEndpoint(context, wanted);
  // An endpoint may point to what is not there any more
  const current = await findService(context, { deploymentId, serviceId: now });
  const asked = await switches.earlier();
  if (current && !asked && answersAlready(current, change)) {
    const already = { previousServiceId: undefined, sampleAnswer: undefined };
    return { outcome: 'already-current', service: current, ...already };
  }
  const settings = settingsLike(current, change);
  const service = await createServiceOnce(context, { deploymentId, settings, ledger: services });
  const { serviceId: to } = service;
  // Once it was switched, only the ledger knows what was before
  const from = asked?.to === to ? asked.from : now;
  const arrival = await arrive(context, wanted, { from, to, services, switches });
  return {
    outcome: arrival ? 'switched' : 'pending',
    service: arrival?.service ?? service,
    previousServiceId: arrival && from,
    sampleAnswer: arrival?.sampleAnswer,
  };
}

async function arrive(
  context: RunContext<AbejaClient>,
  wanted: ModelSwitch,
  under: {
    readonly from: string;
    readonly to: string;
    readonly services: ServiceLedger;
    readonly switches: ReturnType<typeof switchLedger>;
  },
): Promise<Arrival | undefined> {
  const { from, to, services, switches } = under;
  try {
    const arrival = await switchTo(context, {
      ...wanted,
      ...{ from, to },
      onReady: () => services.keep(to, 'ready'),
      onSwitching: () => switches.note({ from, to }, 'issued'),
    });
    if (arrival) await switches.note({ from, to }, 'switched');
    return arrival;
  } catch (error) {
    // The next try then begins anew
    if (isEngineError(error) && error.code === 'job-failed') await services.keep(to, 'failed');
    throw error;
  }
}

const answersAlready = (service: Service, { modelId, versionId, instanceType }: ServiceChange): boolean =>
  isReady(service.status) &&
  servesModel(service, modelId) &&
  (versionId === undefined || service.modelVersionId === versionId) &&
  (instanceType === undefined || service.instanceType === instanceType);
