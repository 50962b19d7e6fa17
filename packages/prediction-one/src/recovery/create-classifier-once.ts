import type { AccessRule, NewClassifier } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { confirmed } from './confirmed.ts';
import type { World } from './world.ts';

/**
 * Publishes a model, and never twice: when the answer gets lost, the prediction API of that model that was not there before
 * is taken for the one made.
 * @throws as {@link confirmed}
 */
export async function createClassifierOnce(
  client: PredictionOneClient,
  world: World,
  request: { readonly modelId: string; readonly rules: readonly AccessRule[] },
): Promise<NewClassifier> {
  const list = () => client.getClassifiers(world.signal);
  const before = new Set((await list()).map(({ classifierId }) => classifierId));
  return confirmed<NewClassifier>(world, {
    doing: `create a prediction API for model ${request.modelId}`,
    send: () => client.createClassifier(request, world.signal),
    readBack: async () => {
      const made = (await list()).find(
        ({ classifierId, modelId }) => modelId === request.modelId && !before.has(classifierId),
      );
      return (
        made && {
          classifierId: made.classifierId,
          apiKey: made.apiKey ?? undefined,
          version: made.version ?? undefined,
        }
      );
    },
    maxSends: 1,
    remedy: 'Look at the list of prediction APIs before creating another one: each needs an API option.',
  });
}
