import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { passGate, type GateOutcome, type MetricGate } from '../gate/metric-gate.ts';

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
 * @throws ApiError with code `not-found` where there is no such model
 */
export async function checkModel(
  { client, signal, progress }: RunContext<AbejaClient>,
  { jobDefinition, modelId, gate }: ModelToServe,
): Promise<GateOutcome | undefined> {
  const model = await client.getModel(jobDefinition, modelId, signal);
  if (model.archived === true) {
    const message = `Model ${modelId} is in the archive, and may not be served: take it out of there first.`;
    progress({ type: 'warning', message });
  }
  const outcome = gate && passGate(model.metrics, gate);
  if (outcome && !outcome.goodEnough) {
    const message = `Model ${modelId} is not good enough: ${outcome.said}. Nothing was switched.`;
    progress({ type: 'warning', message });
  }
  return outcome;
}
