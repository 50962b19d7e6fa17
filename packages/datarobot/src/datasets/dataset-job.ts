import { EngineError, isApiError, quoteVendorText, type Clock } from '@modelferry/http';
import { isFinal, type Job, type JobSnapshot } from '@modelferry/polling';
import { asPassing } from '../client/as-passing.ts';
import type { TaskLook } from '../client/async-tasks.ts';
import type { DataRobotClient } from '../client/client.ts';
import type { Dataset } from '../client/datasets.ts';
import { idInLocation } from '../client/id-in-location.ts';
import { taskState } from '../tasks/task-job.ts';
import { datasetState } from './dataset-state.ts';
import { registrationReference, type Registration } from './registration.ts';

/** A task can hang before it begins though its work is done; after this the dataset itself is asked. Source: section 3.15. */
const stuckMs = 120_000;

/** The making of a dataset: its task, and once that is over the dataset itself, which has the last word (3.16). */
export function datasetJob(
  { client, clock }: { readonly client: DataRobotClient; readonly clock: Clock },
  registration: Registration,
): Job<Dataset> {
  const startedAtMs = clock.now();
  const { taskId, previousVersionId } = registration;
  let { datasetId, versionId } = registration;
  let isTaskOver = taskId === undefined;

  const readTask = async (signal: AbortSignal): Promise<JobSnapshot<Dataset> | undefined> => {
    const look = await lookAtTask(client, taskId ?? '', signal);
    const state = look === 'gone' ? 'succeeded' : taskState(look.status);
    if (look === 'gone' || state === 'succeeded') {
      const location = look === 'gone' ? undefined : look.location;
      isTaskOver = true;
      datasetId ??= idInLocation('datasets', location);
      versionId ??= idInLocation('versions', location);
      return undefined;
    }
    const isStuck = state === 'waiting' && clock.now() - startedAtMs >= stuckMs;
    if (!isFinal(state) && isStuck && datasetId !== undefined) return undefined;
    return {
      state,
      rawStatus: look.status,
      message: look.message ? quoteVendorText(look.message) : undefined,
    };
  };

  const readDataset = async (signal: AbortSignal): Promise<JobSnapshot<Dataset>> => {
    if (datasetId === undefined) throw unnamed(registration);
    const dataset =
      versionId === undefined
        ? await client.getDataset(datasetId, signal)
        : await client.getDatasetVersion(datasetId, versionId, signal);
    const { processingState, error } = dataset;
    const isOlder = versionId === undefined && isKnownVersion(dataset, previousVersionId);
    return {
      state: isOlder ? 'running' : datasetState(dataset, isTaskOver),
      rawStatus: processingState ?? 'registered',
      message: error ? quoteVendorText(error) : undefined,
      result: isOlder ? undefined : dataset,
    };
  };

  return {
    reference: registrationReference(registration),
    async read(signal) {
      try {
        return (isTaskOver ? undefined : await readTask(signal)) ?? (await readDataset(signal));
      } catch (error) {
        throw asPassing(error);
      }
    },
  };
}

const isKnownVersion = ({ versionId }: Dataset, previous: string | undefined): boolean =>
  previous !== undefined && versionId === previous;

/** A task that is there no more has ended; how, the dataset says. */
async function lookAtTask(
  client: DataRobotClient,
  taskId: string,
  signal: AbortSignal,
): Promise<TaskLook | 'gone'> {
  try {
    return await client.getTask(taskId, signal);
  } catch (error) {
    if (isApiError(error) && error.code === 'not-found') return 'gone';
    throw error;
  }
}

const unnamed = ({ name, taskId }: Registration): EngineError =>
  new EngineError({
    code: 'outcome-unknown',
    message: `Task ${taskId} has ended, and the server named no dataset that "${name}" became.`,
    remedy: 'Look for it in the AI Catalog before uploading it again.',
  });
