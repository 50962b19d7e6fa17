import type { RunContext } from '@modelferry/operation';
import { isUploadUrlExpired } from '@modelferry/upload';
import type { PredictionOneClient } from '../client/client.ts';
import type { TrainingFiles } from './training-files.ts';
import { uploadFiles } from './upload-files.ts';

/** URLs asked for in all. They start nothing, so that asking again does no harm. */
const maxUrls = 2;

/**
 * Uploads the files of a training, once more to other URLs where one was refused: it may have been good for a short while
 * only.
 * @param onIssued called with the ID that goes with the URLs, before anything is sent
 * @returns that ID
 */
export async function uploadToFreshUrls(
  context: RunContext<PredictionOneClient>,
  files: TrainingFiles,
  onIssued: (externalProcessId: string) => Promise<void>,
): Promise<string> {
  const { client, signal, progress } = context;
  const extension = /\.([^.]+)$/.exec(files.learn.name)?.[1]?.toLowerCase() ?? 'csv';
  const replayable = files.learn.replayable && (files.evaluation?.replayable ?? true);
  progress({ type: 'phase', title: 'Upload the data' });
  for (let asked = 1; ; asked++) {
    const urls = await client.getTrainUploadUrls({ extension }, signal);
    await onIssued(urls.externalProcessId);
    try {
      await uploadFiles(context, urls, files);
      return urls.externalProcessId;
    } catch (error) {
      if (!isUploadUrlExpired(error) || asked >= maxUrls || !replayable) throw error;
      progress({ type: 'warning', message: `${error.message} All files are sent again, to new ones.` });
    }
  }
}
