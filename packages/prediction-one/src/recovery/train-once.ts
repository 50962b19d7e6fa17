import { EngineError, isCancelled, messageOf, type RepeatWorld } from '@modelferry/http';
import type { PredictionOneClient } from '../client/client.ts';
import type { TrainConfig } from '../client/train-config.ts';
import { confirmed } from './confirmed.ts';

const remedy =
  'Look at the models in the web app before training again: a second training may be counted and paid.';

/**
 * Starts a training, and never twice: when the answer gets lost, its status is asked for; a status means that it started.
 * @throws as {@link confirmed}
 */
export const trainOnce = (
  client: PredictionOneClient,
  world: RepeatWorld,
  request: { readonly externalProcessId: string; readonly name: string; readonly config: TrainConfig },
  warn: (message: string) => void,
): Promise<{ readonly externalProcessId: string }> => {
  const { externalProcessId, name, config } = request;
  return confirmed(world, {
    doing: `start the training of model "${name}"`,
    send: () => client.train({ externalProcessId, name, config }, world.signal),
    readBack: async () => {
      await client.getTrainStatus({ externalProcessId }, world.signal);
      warn(
        `No clear answer came to the start of training ${externalProcessId}. It has a status, and so is taken to have started; should that never change, it has not.`,
      );
      return { externalProcessId };
    },
    maxSends: 1,
    remedy,
  });
};

/**
 * Makes sure that a training which an earlier try may have started is there.
 * @throws EngineError with code `outcome-unknown` when that cannot be seen
 */
export async function confirmStarted(
  client: PredictionOneClient,
  signal: AbortSignal,
  { externalProcessId }: { readonly externalProcessId: string },
): Promise<void> {
  await client.getTrainStatus({ externalProcessId }, signal).catch((cause: unknown) => {
    if (isCancelled(cause)) throw cause;
    const why = messageOf(cause);
    throw new EngineError({
      code: 'outcome-unknown',
      message: `An earlier try may have started training ${externalProcessId}, and it cannot be seen. ${why}`,
      remedy,
      cause,
    });
  });
}
