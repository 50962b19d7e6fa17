import type { Patience, RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';
import type { Service } from '../client/serving/service.ts';
import { waitUntilReady } from '../serving/wait-until-ready.ts';
import { pointEndpoint, type Switch } from './point-endpoint.ts';
import { trySample } from './try-sample.ts';

/** A switch to a service that is there, and what must be true before. */
export interface CarefulSwitch extends Switch {
  /** What the service must answer first. @default it is not tried */
  readonly sample?: Source;
  readonly patience: Patience;
  /** Called once the service is ready. */
  onReady?(): Promise<void>;
}

/** A switch that was made. */
export interface Arrival {
  readonly service: Service;
  readonly sampleAnswer: string | undefined;
}

/**
 * Points an endpoint to a service once that is ready and answers.
 * @returns undefined when the time was up first; the endpoint is as it was then
 * @throws EngineError that says what keeps it from being switched
 */
export async function switchTo(
  context: RunContext<AbejaClient>,
  wanted: CarefulSwitch,
): Promise<Arrival | undefined> {
  const { deploymentId, to: serviceId, sample, patience } = wanted;
  const reference = { deploymentId, serviceId };
  const service = await waitUntilReady(context, reference, patience);
  if (!service) return undefined;
  await wanted.onReady?.();
  const sampleAnswer = sample && (await trySample(context, reference, sample));
  await pointEndpoint(context, wanted);
  return { service, sampleAnswer };
}
