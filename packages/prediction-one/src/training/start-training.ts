import { isCancelled, isEngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';
import { confirmStarted, trainOnce } from '../recovery/train-once.ts';
import { toTrainConfig } from './to-train-config.ts';
import type { TrainSettings } from './train-config-rules.ts';
import { trainingFiles, type TrainingData } from './training-files.ts';
import type { TrainingIdentity, TrainingLedger } from './training-ledger.ts';
import { uniqueName } from './unique-name.ts';
import { uploadToFreshUrls } from './upload-to-fresh-urls.ts';

export type TrainingRequest = TrainSettings & TrainingData & { readonly modelName: string };

/**
 * Uploads the files of a training and starts it, or takes up the one that an earlier try of the same request has, or may
 * have, started.
 * @throws InputError before anything is sent, when the data cannot work
 */
export async function startTraining(
  context: RunContext<PredictionOneClient>,
  ledger: TrainingLedger,
  request: TrainingRequest,
): Promise<TrainingIdentity> {
  const { client, signal, progress } = context;
  const earlier = await ledger.started();
  if (earlier) {
    const message = `Going on with training ${earlier.externalProcessId} of an earlier try, in place of starting another one.`;
    progress({ type: 'warning', message });
    if (earlier.phase === 'starting') await confirmStarted(client, signal, earlier);
    return earlier;
  }

  const files = await trainingFiles(context, request);
  const modelName = await uniqueName(context, request.modelName);
  const externalProcessId = await uploadToFreshUrls(context, files, (id) =>
    ledger.keep({ externalProcessId: id, modelName }, 'issued'),
  );
  const identity = { externalProcessId, modelName };

  progress({ type: 'phase', title: 'Start the training' });
  await ledger.keep(identity, 'starting');
  const config = toTrainConfig(request);
  try {
    const answer = await trainOnce(client, context, { ...identity, name: modelName, config }, (message) =>
      progress({ type: 'warning', message }),
    );
    const started = { ...identity, trainProcessId: answer.externalProcessId };
    await ledger.keep(started, 'started');
    return started;
  } catch (error) {
    const open = isCancelled(error) || (isEngineError(error) && error.code === 'outcome-unknown');
    if (!open) await ledger.keep(identity, 'issued'); // Clearly refused: nothing has started
    throw error;
  }
}
