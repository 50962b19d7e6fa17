import { EngineError } from '@modelferry/http';
import { waitForJob, type JobWait, type RunContext } from '@modelferry/operation';
import type { Classifier } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { classifierJob, type ClassifierJobOptions } from '../jobs/classifier-job.ts';

export type ClassifierWait = ClassifierJobOptions & JobWait;

/**
 * Waits until a prediction API runs, or has stopped, telling each change.
 * @returns what it is like, and whether it has got there
 * @throws EngineError with code `job-failed` when it failed
 */
export async function waitForClassifier(
  context: RunContext<PredictionOneClient>,
  { classifierId, until, ...wait }: ClassifierWait,
): Promise<{ readonly arrived: boolean; readonly classifier: Classifier | undefined }> {
  const goal = until === 'running' ? 'runs' : 'has stopped';
  context.progress({ type: 'phase', title: `Wait until the prediction API ${goal}` });
  const outcome = await waitForJob(context, classifierJob(context.client, { classifierId, until }), wait);
  if (outcome.ended && outcome.snapshot.state === 'failed') {
    throw new EngineError({
      code: 'job-failed',
      message: `Prediction API ${classifierId} came to the status "${outcome.snapshot.rawStatus}".`,
      remedy: 'Look at it in the web app; then delete it and create another one.',
    });
  }
  return { arrived: outcome.ended, classifier: outcome.snapshot?.result };
}
