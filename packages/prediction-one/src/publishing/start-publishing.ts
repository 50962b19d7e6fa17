import type { RunContext } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';
import {
  createClassifierOnce,
  findEarlierClassifier,
  type NewPublishing,
} from '../recovery/create-classifier-once.ts';
import { publishingLedger } from './publishing-ledger.ts';

/** Publishes a model, or takes up the prediction API that an earlier try of the same request has, or may have, made. */
export async function startPublishing(
  context: RunContext<PredictionOneClient>,
  request: NewPublishing,
): Promise<{ readonly classifierId: string }> {
  const { client, signal, jobs, progress } = context;
  const { modelId } = request;
  const ledger = publishingLedger(jobs, modelId, JSON.stringify(request));
  const earlier = await ledger.earlier();
  if (!earlier) {
    progress({ type: 'phase', title: 'Create the prediction API' });
    const classifierId = await createClassifierOnce(client, context, ledger, request);
    await ledger.created(classifierId);
    return { classifierId };
  }
  const classifierId =
    earlier.phase === 'created'
      ? earlier.classifierId
      : await findEarlierClassifier(client, signal, modelId, earlier.before);
  const message = `Going on with prediction API ${classifierId} of an earlier try, in place of creating another one.`;
  progress({ type: 'warning', message });
  if (earlier.phase === 'creating') await ledger.created(classifierId);
  return { classifierId };
}
