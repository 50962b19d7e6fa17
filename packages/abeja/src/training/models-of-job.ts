import { isCancelled, pause } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { allModels } from '../client/lists.ts';
import type { Model } from '../client/training/models.ts';
import type { TrainingJobRef } from './job-reference.ts';

/** For how long a model may be missing after the end of its job, and how often to look, in milliseconds (Q18). */
const missingMs = 120_000;
const pauseMs = 10_000;

/**
 * The models that a job has made; that a job which is complete makes one is nowhere promised, so that none is no error.
 * @param patient whether to wait for the first one
 */
export async function modelsOfJob(
  { client, clock, signal, progress }: RunContext<AbejaClient>,
  { definition, jobId }: TrainingJobRef,
  patient: boolean,
): Promise<readonly Model[]> {
  const untilMs = clock.now() + (patient ? missingMs : 0);
  for (;;) {
    const models = await look(client, definition, jobId, signal);
    if (models.length > 0 || clock.now() >= untilMs) {
      if (models.length === 0 && patient) {
        const message = `Training job ${jobId} has made no model. Where its result is to become one, upload that.`;
        progress({ type: 'warning', message });
      }
      return models;
    }
    await pause({ clock, signal }, pauseMs, `look for the models of training job ${jobId}`);
  }
}

/** A look that fails says nothing: the job is complete all the same. */
async function look(
  client: AbejaClient,
  definition: string,
  jobId: string,
  signal: AbortSignal,
): Promise<readonly Model[]> {
  const found: Model[] = [];
  try {
    for await (const model of allModels(client, definition, {}, signal)) {
      if (model.trainingJobId === jobId) found.push(model);
    }
  } catch (error) {
    if (isCancelled(error)) throw error;
  }
  return found;
}
