import type { Job } from '@modelferry/polling';
import type { PredictionOneClient } from '../client/client.ts';
import type { KeyChoice } from '../client/key-ring.ts';
import type { RetrainStatus } from '../client/retrain.ts';
import { vendor } from '../vendor.ts';
import { stateOfStatus } from './status-words.ts';

export interface RetrainJobOptions {
  readonly retrainJobId: string;
  readonly keyChoice?: KeyChoice;
  readonly failureWords?: readonly string[];
}

/** The kind of a retraining in references and resume tokens. */
export const retraining = 'retraining';

/** A retraining at the vendor. No way to cancel one is documented. */
export function retrainJob(
  client: PredictionOneClient,
  { retrainJobId, keyChoice, failureWords }: RetrainJobOptions,
): Job<RetrainStatus> {
  return {
    reference: { vendor, kind: retraining, id: retrainJobId },
    async read(signal) {
      const result = await client.getRetrainStatus({ retrainJobId, keyChoice }, signal);
      const state = stateOfStatus(result.status, { finished: 'job_finished', failure: failureWords });
      return { state, rawStatus: result.status, message: result.message, result };
    },
  };
}
