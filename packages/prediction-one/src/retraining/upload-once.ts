import { isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { isUploadOutcomeUnknown, isUploadUrlExpired, type Source } from '@modelferry/upload';
import type { PredictionOneClient } from '../client/client.ts';
import type { KeyChoice } from '../client/key-ring.ts';
import type { RetrainLedger } from './retrain-ledger.ts';
import { getUploadUrl } from './get-upload-url.ts';
import type { PublishedModel } from './retrain-key.ts';

/** URLs asked for in all: another one only after the first was refused, which says that nothing arrived. */
const maxUrls = 2;

export interface UploadedRetraining {
  readonly retrainJobId: string;
  readonly keyChoice: KeyChoice | undefined;
}

/**
 * Sends the file that starts a retraining, and never so that two could start. When all of it was sent and no clear answer
 * came, it is taken to have arrived: waiting on its ID does no harm, a second upload may start a second training.
 *
 * @throws what keeps the file from arriving; the ledger then says `incomplete`
 */
export async function uploadOnce(
  context: RunContext<PredictionOneClient>,
  request: {
    readonly source: Source;
    readonly ledger: RetrainLedger;
    readonly published: PublishedModel;
    readonly keyChoice: KeyChoice | undefined;
  },
): Promise<UploadedRetraining> {
  const { client, clock, signal, random, progress } = context;
  const { source, ledger } = request;
  const { name, length: totalBytes } = source;
  progress({ type: 'phase', title: 'Upload the data' });
  for (let urls = 1; ; urls++) {
    const { retrainJobId, uploadUrl, keyChoice } = await getUploadUrl(client, signal, {
      ...request,
      fileName: name,
    });
    // Before the first byte leaves: what happens next must not lose the ID
    await ledger.keep(retrainJobId, 'issued');
    await ledger.keep(retrainJobId, 'uploading');
    try {
      await client.storage.upload({
        url: uploadUrl,
        source,
        doing: `upload "${name}" for retraining ${retrainJobId}`,
        clock,
        signal,
        random,
        onBytesTaken: (bytes) => progress({ type: 'upload', name, bytes, totalBytes }),
        onRepeat: (error) =>
          progress({ type: 'warning', message: `The upload begins anew: ${(error as Error).message}` }),
      });
      await ledger.keep(retrainJobId, 'uploaded');
      return { retrainJobId, keyChoice };
    } catch (error) {
      if (isCancelled(error)) throw error;
      if (isUploadOutcomeUnknown(error)) {
        progress({
          type: 'warning',
          message: `${error.message} It is waited for under retraining ${retrainJobId}, and not sent again; should its status never change, the file did not arrive.`,
        });
        return { retrainJobId, keyChoice };
      }
      await ledger.keep(retrainJobId, 'incomplete');
      if (!isUploadUrlExpired(error) || urls >= maxUrls || !source.replayable) throw error;
    }
  }
}
