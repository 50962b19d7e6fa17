import type { RunContext } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';
import { retrainKeyFor, type PublishedModel } from './retrain-key.ts';
import { retrainFile, type RetrainFiles } from './retrain-file.ts';
import type { RetrainLedger, RetrainPhase } from './retrain-ledger.ts';
import { targetColumn } from './target-column.ts';
import { uploadOnce, type UploadedRetraining } from './upload-once.ts';

export interface StartedRetraining extends UploadedRetraining {
  /** How far it had come when it was found or made. */
  readonly phase: RetrainPhase;
}

/**
 * Starts a retraining, or takes up the one that an earlier try of the same request has, or may have, started.
 * @throws InputError before anything is sent, when the data cannot work
 */
export async function startRetraining(
  context: RunContext<PredictionOneClient>,
  ledger: RetrainLedger,
  request: RetrainFiles & PublishedModel,
): Promise<StartedRetraining> {
  const { client, signal, progress } = context;
  const earlier = await ledger.started();
  if (earlier) {
    progress({
      type: 'warning',
      message: `Going on with retraining ${earlier.retrainJobId} of an earlier try, in place of starting another one.`,
    });
    return { ...earlier, keyChoice: await retrainKeyFor(client, signal, request) };
  }
  const keyChoice = await retrainKeyFor(client, signal, request);
  const target = await targetColumn(client, signal, request.modelId ?? keyChoice?.modelId);
  const file = await retrainFile(context, request, {
    requiredColumns: target && [target.name],
    classColumn: target?.isClass ? target.name : undefined,
  });
  try {
    const uploaded = await uploadOnce(context, {
      source: file.source,
      ledger,
      published: request,
      keyChoice,
    });
    return { ...uploaded, phase: 'uploaded' };
  } finally {
    await file.dispose();
  }
}
