import { isApiError } from '@modelferry/http';
import type { Job } from '@modelferry/polling';
import type { PredictionOneClient } from '../client/client.ts';
import type { TrainStatus } from '../client/models.ts';
import { vendor } from '../vendor.ts';
import { stateOfStatus } from './status-words.ts';

export interface TrainingJobOptions {
  /** The ID that Train Data Upload gave. */
  readonly externalProcessId: string;
  /** The ID that Train answered, which is asked about when the other one is refused (specification, Q16). */
  readonly trainProcessId?: string;
  readonly failureWords?: readonly string[];
}

/** The kind of a training in references and resume tokens. */
export const training = 'training';

/** A training at the vendor. */
export function trainingJob(
  client: PredictionOneClient,
  { externalProcessId, trainProcessId, failureWords }: TrainingJobOptions,
): Job<TrainStatus> {
  const ids = [...new Set([externalProcessId, trainProcessId ?? externalProcessId])];
  let current = 0;
  return {
    reference: { vendor, kind: training, id: externalProcessId },
    async read(signal) {
      const ask = () =>
        client.getTrainStatus({ externalProcessId: ids[current] ?? externalProcessId }, signal);
      const result = await ask().catch((error: unknown) => {
        const refused = isApiError(error) && error.status < 500 && error.code !== 'unauthorized';
        if (!refused || current + 1 >= ids.length) throw error;
        current += 1;
        return ask();
      });
      const state = stateOfStatus(result.status, { finished: 'finished', failure: failureWords });
      return { state, rawStatus: result.status, message: result.message, result };
    },
  };
}
