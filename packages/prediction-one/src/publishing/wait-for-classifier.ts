import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { pollUntilDone } from '@modelferry/polling';
import type { Classifier } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { classifierJob, type ClassifierJobOptions } from '../jobs/classifier-job.ts';

export interface ClassifierWait extends ClassifierJobOptions {
  readonly timeoutMs: number;
  readonly pollIntervalMs: number;
}

/**
 * Waits until a prediction API runs, or has stopped, telling each change.
 * @returns what it is like, and whether it has got there
 * @throws EngineError with code `job-failed` when it failed
 */
export async function waitForClassifier(
  { client, clock, signal, random, progress }: RunContext<PredictionOneClient>,
  { timeoutMs, pollIntervalMs, ...options }: ClassifierWait,
): Promise<{ readonly arrived: boolean; readonly classifier: Classifier | undefined }> {
  const { classifierId, until } = options;
  progress({
    type: 'phase',
    title: `Wait until the prediction API ${until === 'running' ? 'runs' : 'has stopped'}`,
  });
  const job = classifierJob(client, options);
  const { reference } = job;
  const outcome = await pollUntilDone(job, {
    clock,
    signal,
    random,
    timeoutMs,
    interval: { initialMs: pollIntervalMs },
    onChange: (snapshot) => progress({ type: 'status', job: reference, snapshot }),
    onFault: (error, faultsInARow) =>
      progress({ type: 'fault', job: reference, faultsInARow, message: String(error) }),
  });
  if (outcome.ended && outcome.snapshot.state === 'failed') {
    throw new EngineError({
      code: 'job-failed',
      message: `Prediction API ${classifierId} came to the status "${outcome.snapshot.rawStatus}".`,
      remedy: 'Look at it in the web app; then delete it and create another one.',
    });
  }
  return { arrived: outcome.ended, classifier: outcome.snapshot?.result };
}
