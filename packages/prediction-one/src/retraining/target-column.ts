import { isCancelled } from '@modelferry/http';
import type { PredictionOneClient } from '../client/client.ts';
import { allModels } from '../client/all-entries.ts';
import { targetColumnOf } from '../client/target-column-of.ts';

/**
 * The column that a model predicts, where the keys at hand can tell; data without it cannot retrain the model.
 * @returns undefined when it is not known, for whatever reason: the retraining itself does not need to know
 */
export async function targetColumn(
  client: PredictionOneClient,
  signal: AbortSignal,
  modelId: string | undefined,
): Promise<{ readonly name: string; readonly isClass: boolean } | undefined> {
  if (modelId === undefined || !client.keys.has('train')) return undefined;
  try {
    for await (const model of allModels(client, signal)) {
      if (model.modelId !== modelId) continue;
      const name = targetColumnOf(model);
      return name === undefined ? undefined : { name, isClass: model.targetType !== 'regression' };
    }
  } catch (error) {
    if (isCancelled(error)) throw error;
  }
  return undefined;
}
