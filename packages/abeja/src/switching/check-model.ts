import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { GateOutcome, MetricGate } from '../gate/metric-gate.ts';
import { standAtGate } from '../gate/stand-at-gate.ts';

/** Names a model, and says what its figures must be. */
export interface ModelToServe {
  /** Name or ID of the job definition that it belongs to. */
  readonly jobDefinition: string;
  readonly modelId: string;
  readonly gate?: MetricGate;
}

/**
 * Looks at a model before a service is made for it.
 * @returns what the gate saw; undefined where there is none
 * @throws ApiError with code `not-found` where there is no such model; as {@link standAtGate}
 */
export async function checkModel(
  context: RunContext<AbejaClient>,
  { jobDefinition, modelId, gate }: ModelToServe,
): Promise<GateOutcome | undefined> {
  const { client, signal, progress } = context;
  const model = await client.getModel(jobDefinition, modelId, signal);
  if (model.archived === true) {
    const message = `Model ${modelId} is in the archive, and may not be served: take it out of there first.`;
    progress({ type: 'warning', message });
  }
  const candidate = { what: `Model ${modelId} is`, figures: model.metrics, besides: 'Nothing was switched.' };
  return gate && standAtGate(context, gate, candidate);
}
