import { EngineError, isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { isUploadOutcomeUnknown, type Source } from '@modelferry/upload';
import type { PredictionOneClient } from '../client/client.ts';
import type { TrainUpload } from '../client/data-sets.ts';
import type { TrainingFiles } from './training-files.ts';

type World = Pick<RunContext<PredictionOneClient>, 'client' | 'clock' | 'signal' | 'random' | 'progress'>;

/** Sends the files of a training to the URLs for them. */
export async function uploadFiles(world: World, urls: TrainUpload, files: TrainingFiles): Promise<void> {
  await upload(world, urls.learnDataSetUploadUrl, files.learn);
  if (files.evaluation) {
    if (urls.evalDataSetUploadUrl === undefined) throw noEvaluationUrl();
    await upload(world, urls.evalDataSetUploadUrl, files.evaluation);
  }
  await upload(world, urls.columnInfoUploadUrl, files.columns);
}

/** No upload starts anything here, so that one whose answer got lost is sent again. */
async function upload(
  { client, clock, signal, random, progress }: World,
  url: string,
  source: Source,
): Promise<void> {
  const { name, length: totalBytes } = source;
  const put = () =>
    client.storage.upload({
      url,
      source,
      doing: `upload "${name}" for a training`,
      clock,
      signal,
      random,
      onBytesTaken: (bytes) => progress({ type: 'upload', name, bytes, totalBytes }),
    });
  try {
    await put();
  } catch (error) {
    if (!isUploadOutcomeUnknown(error) || !source.replayable) throw error;
    await put().catch((second: unknown) => {
      // Storage that takes nothing twice says so: the first one had arrived
      if (!isApiError(second) || second.code !== 'conflict') throw second;
    });
  }
}

const noEvaluationUrl = (): EngineError =>
  new EngineError({
    code: 'unexpected-answer',
    message: 'Could not upload the evaluation data: the vendor gave no address for it.',
    remedy: 'Train without evaluation data.',
  });
