import { isEngineError, type ErrorCode } from '@modelferry/http';
import { type JobWait, type RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import { datasetLedger } from './dataset-ledger.ts';
import type { Registration } from './registration.ts';
import type { NewDataset } from './send-dataset.ts';
import { startRegistration } from './start-registration.ts';
import { waitForDataset, type DatasetWaited } from './wait-for-dataset.ts';

/** What became of a file for the catalog. */
export interface Registered extends DatasetWaited {
  readonly datasetId: string | undefined;
  readonly versionId: string | undefined;
}

/** Ends that a later look cannot change. */
const hopeless: ReadonlySet<ErrorCode> = new Set(['job-failed', 'too-large', 'not-found']);

/**
 * Uploads a dataset or a version of one, and waits until it can be used, where that is wanted.
 * @throws EngineError with code `job-failed`, `too-large` or `outcome-unknown`
 */
export async function registerDataset(
  context: RunContext<DataRobotClient>,
  wanted: NewDataset & JobWait & { readonly waitForCompletion: boolean },
): Promise<Registered> {
  const ledger = datasetLedger(context.jobs, wanted.datasetId, wanted.origin);
  const registration = await startRegistration(context, ledger, wanted);
  if (!wanted.waitForCompletion) return { ...idsOf(registration), finished: false, dataset: undefined };
  try {
    const { finished, dataset } = await waitForDataset(context, registration, wanted);
    if (finished) await ledger.keep({ ...registration, ...dataset, name: registration.name }, 'registered');
    return { ...idsOf({ ...registration, ...dataset }), finished, dataset };
  } catch (error) {
    if (isEngineError(error) && hopeless.has(error.code)) await ledger.keep(registration, 'failed');
    throw error;
  }
}

const idsOf = ({ datasetId, versionId }: Pick<Registration, 'datasetId' | 'versionId'>) => ({
  datasetId,
  versionId,
});
