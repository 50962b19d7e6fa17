import type { PredictionOneClient } from '../client/client.ts';
import type { TrainConfig } from '../client/train-config.ts';
import { confirmed } from './confirmed.ts';
import type { World } from './world.ts';

/**
 * Starts a training, and never twice: when the answer gets lost, its status is asked for; a status means that it started.
 * @throws as {@link confirmed}
 */
export const trainOnce = (
  client: PredictionOneClient,
  world: World,
  request: { readonly externalProcessId: string; readonly name: string; readonly config: TrainConfig },
): Promise<{ readonly externalProcessId: string }> =>
  confirmed(world, {
    doing: `start the training of model "${request.name}"`,
    send: () => client.train(request, world.signal),
    readBack: async () => {
      const { externalProcessId } = request;
      await client.getTrainStatus({ externalProcessId }, world.signal);
      return { externalProcessId };
    },
    maxSends: 1,
    remedy:
      'Look at the models in the web app before training again: a second training may be counted and paid.',
  });
