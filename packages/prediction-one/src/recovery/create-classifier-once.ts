import { EngineError, isCancelled, isEngineError, type RepeatWorld } from '@modelferry/http';
import type { AccessRule } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import type { PublishingLedger } from '../publishing/publishing-ledger.ts';
import { confirmed } from './confirmed.ts';

const remedy = 'Look at the list of prediction APIs before creating another one: each needs an API option.';

export interface NewPublishing {
  readonly modelId: string;
  readonly rules: readonly AccessRule[];
}

/**
 * Publishes a model, and never twice: when the answer gets lost, the prediction API of that model that was not there before
 * is taken for the one made.
 * @returns its ID
 * @throws as {@link confirmed}
 */
export async function createClassifierOnce(
  client: PredictionOneClient,
  world: RepeatWorld,
  ledger: PublishingLedger,
  { modelId, rules }: NewPublishing,
): Promise<string> {
  const before = await classifiersOf(client, world.signal, modelId);
  await ledger.creating(before);
  try {
    return await confirmed<string>(world, {
      doing: `create a prediction API for model ${modelId}`,
      send: async () => (await client.createClassifier({ modelId, rules }, world.signal)).classifierId,
      readBack: async () => freshOf(await classifiersOf(client, world.signal, modelId), before),
      maxSends: 1,
      remedy,
    });
  } catch (error) {
    const open = isCancelled(error) || (isEngineError(error) && error.code === 'outcome-unknown');
    if (!open) await ledger.refused();
    throw error;
  }
}

/**
 * Finds what an earlier try of the same request may have made.
 * @throws EngineError with code `outcome-unknown` when nothing is to be seen: it is not asked for a second time
 */
export async function findEarlierClassifier(
  client: PredictionOneClient,
  signal: AbortSignal,
  modelId: string,
  before: readonly string[],
): Promise<string> {
  const made = freshOf(await classifiersOf(client, signal, modelId), before);
  if (made !== undefined) return made;
  throw new EngineError({
    code: 'outcome-unknown',
    message: `An earlier try may have created a prediction API for model ${modelId}, and it is not in the list.`,
    remedy,
  });
}

const classifiersOf = async (
  client: PredictionOneClient,
  signal: AbortSignal,
  modelId: string,
): Promise<readonly string[]> =>
  (await client.getClassifiers(signal))
    .filter((one) => one.modelId === modelId)
    .map(({ classifierId }) => classifierId);

const freshOf = (now: readonly string[], before: readonly string[]): string | undefined =>
  now.find((classifierId) => !before.includes(classifierId));
