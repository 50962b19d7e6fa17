import { EngineError, isApiError, isEngineError, pauseBetweenSends } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { isUploadOutcomeUnknown, type Source } from '@modelferry/upload';
import type { PredictionOneClient } from '../client/client.ts';
import type { TrainUpload } from '../client/data-sets.ts';
import type { TrainingFiles } from './training-files.ts';

type World = Pick<RunContext<PredictionOneClient>, 'client' | 'clock' | 'signal' | 'random' | 'progress'>;

/** How often a file is sent in all while it stays open whether it has arrived. */
const maxSends = 4;

/**
 * Sends the files of a training to the URLs for them. The URLs are given out together and may be good for a short while
 * only: the small files go first, so that none is too late after hours of sending the large one.
 */
export async function uploadFiles(world: World, urls: TrainUpload, files: TrainingFiles): Promise<void> {
  await upload(world, urls.columnInfoUploadUrl, files.columns);
  if (files.evaluation) {
    if (urls.evalDataSetUploadUrl === undefined) throw noEvaluationUrl();
    await upload(world, urls.evalDataSetUploadUrl, files.evaluation);
  }
  await upload(world, urls.learnDataSetUploadUrl, files.learn);
}

/** No upload starts anything here, so that one whose answer got lost is sent again. */
async function upload(world: World, url: string, source: Source): Promise<void> {
  const { client, clock, signal, random, progress } = world;
  const { name, length: totalBytes } = source;
  const doing = `upload "${name}" for a training`;
  const onBytesTaken = (bytes: number) => progress({ type: 'upload', name, bytes, totalBytes });
  for (let sends = 1; ; sends++) {
    try {
      return await client.storage.upload({ url, source, doing, clock, signal, random, onBytesTaken });
    } catch (error) {
      // Storage that takes nothing twice says so: an earlier one had arrived
      if (sends > 1 && isApiError(error) && error.code === 'conflict') return;
      if (!isUploadOutcomeUnknown(error)) throw error;
      if (sends >= maxSends || !source.replayable) throw harmless(error);
      progress({
        type: 'warning',
        message: `${error.message} It is sent again: no upload starts a training.`,
      });
      await pauseBetweenSends(world, sends, doing);
    }
  }
}

/** The failure itself, without the warning that sending it again may start something twice. */
function harmless({ code, message, cause }: EngineError): EngineError {
  return new EngineError({
    code: isEngineError(cause) ? cause.code : code,
    message: isEngineError(cause) ? cause.message : message,
    remedy: 'Nothing was started: run it again when the storage answers.',
    cause,
  });
}

const noEvaluationUrl = (): EngineError =>
  new EngineError({
    code: 'unexpected-answer',
    message: 'Could not upload the evaluation data: the vendor gave no address for it.',
    remedy: 'Train without evaluation data.',
  });
