import type { RunContext } from '@modelferry/operation';
import type { SavedFile } from '@modelferry/upload';
import type { PredictionOneClient } from '../client/client.ts';
import type { KeyChoice } from '../client/key-ring.ts';
import { saveDownload } from '../download/save-download.ts';

/** Saves the result of a retraining that has finished. */
export function saveResult(
  context: RunContext<PredictionOneClient>,
  { retrainJobId, keyChoice }: { readonly retrainJobId: string; readonly keyChoice?: KeyChoice },
): Promise<SavedFile | undefined> {
  context.progress({ type: 'phase', title: 'Download the result' });
  return saveDownload(context, {
    doing: `download the result of retraining ${retrainJobId}`,
    fallbackName: `retrain-result-${retrainJobId}`,
    freshUrl: async () =>
      (await context.client.getRetrainStatus({ retrainJobId, keyChoice }, context.signal)).downloadUrl,
  });
}
