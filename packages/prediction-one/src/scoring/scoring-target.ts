import { EngineError } from '@modelferry/http';
import type { PredictionOneClient } from '../client/client.ts';
import { keyWords } from '../client/key-kind.ts';
import { classifierMissing } from '../jobs/classifier-job.ts';

/** Where rows are scored, and with whose key. */
export interface ScoringTarget {
  readonly url: string;
  /** The key that came with the prediction API. @default the one the user has set */
  readonly apiKey?: string;
}

/**
 * Finds where to score: at the URL that the user took from the screen, or at the one of a prediction API in the list, whose
 * key comes with it.
 * @throws EngineError when there is none, before any row is sent
 */
export async function scoringTarget(
  client: PredictionOneClient,
  signal: AbortSignal,
  given: { readonly scoringUrl?: string; readonly classifierId?: string },
): Promise<ScoringTarget> {
  const { scoringUrl, classifierId } = given;
  if (scoringUrl !== undefined) {
    if (!client.keys.has('prediction')) throw noKey();
    return { url: scoringUrl };
  }
  const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
  if (!found) throw classifierMissing(classifierId ?? '');
  const { url, status, apiKey } = found;
  if (!url) {
    throw new EngineError({
      code: 'conflict',
      message: `Prediction API ${found.classifierId} has no scoring URL yet: its status is "${status}".`,
      remedy: 'Wait until it runs, then score again.',
    });
  }
  if (!apiKey && !client.keys.has('prediction')) throw noKey();
  return { url, apiKey: apiKey ?? undefined };
}

const noKey = (): EngineError =>
  new EngineError({
    code: 'invalid-input',
    message: `Could not score: this needs ${keyWords.prediction.name}, and none is set.`,
    remedy: keyWords.prediction.remedy,
  });
