import { EngineError } from '@modelferry/http';
import { waitForJob, type JobWait, type RunContext } from '@modelferry/operation';
import type { JobSnapshot } from '@modelferry/polling';
import type { DataRobotClient } from '../client/client.ts';
import type { Dataset } from '../client/datasets.ts';
import { firstPauseMs } from '../client/limits.ts';
import { datasetJob } from './dataset-job.ts';
import type { Registration } from './registration.ts';
import { saysTooLarge, tooLargeRemedy } from './says-too-large.ts';

/** How a wait ended: with the dataset, or with the time while the vendor goes on. */
export interface DatasetWaited {
  readonly finished: boolean;
  /** What was last read of it. */
  readonly dataset: Dataset | undefined;
}

/**
 * Waits until a dataset is registered or the time is up.
 * @throws EngineError with code `job-failed`, or `too-large`, when it cannot be
 */
export async function waitForDataset(
  context: RunContext<DataRobotClient>,
  registration: Registration,
  { timeoutMs, pollIntervalMs }: JobWait,
): Promise<DatasetWaited> {
  const { progress } = context;
  const job = datasetJob(context, registration);
  progress({ type: 'phase', title: 'Wait for the dataset' });
  const outcome = await waitForJob(context, job, { timeoutMs, pollIntervalMs, firstPauseMs });
  if (outcome.ended && outcome.snapshot.state !== 'succeeded')
    throw notRegistered(registration, outcome.snapshot);
  return { finished: outcome.ended, dataset: outcome.snapshot?.result };
}

function notRegistered(
  { name, datasetId }: Registration,
  { rawStatus, message }: JobSnapshot<Dataset>,
): EngineError {
  const tooLarge = saysTooLarge(message ?? '');
  const what = datasetId === undefined ? '' : ` as dataset ${datasetId}`;
  return new EngineError({
    code: tooLarge ? 'too-large' : 'job-failed',
    message: `Could not register "${name}"${what}: it ended as ${rawStatus}${message === undefined ? ', and nothing says why' : `, "${message}"`}.`,
    remedy: tooLarge
      ? tooLargeRemedy
      : 'Mend what the message names, then upload it anew; what failed can be deleted.',
  });
}
