import { isAmbiguous, isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { DatasetLedger } from './dataset-ledger.ts';
import { originName } from './dataset-origin.ts';
import { explainUpload } from './explain-upload.ts';
import { findLostDataset } from './find-lost-dataset.ts';
import { newestDatasets } from './newest-datasets.ts';
import type { Registration } from './registration.ts';
import { sendDataset, type NewDataset } from './send-dataset.ts';
import { takeUpDataset } from './take-up-dataset.ts';

/**
 * Gives the vendor a file to register, and never twice: what an earlier try has uploaded is taken up, and after an answer
 * that got lost the catalog is searched, also by a later try of the same request (5.2).
 * @throws EngineError with code `outcome-unknown` when it may have arrived and cannot be seen
 * @throws what keeps it from being taken
 */
export async function startRegistration(
  context: RunContext<DataRobotClient>,
  ledger: DatasetLedger,
  wanted: NewDataset,
): Promise<Registration> {
  const { origin, datasetId } = wanted;
  const earlier = await takeUpDataset(context, ledger, origin);
  if (earlier) return earlier;
  const open = await ledger.asking.open();
  const before = open ?? (await newestDatasets(context, datasetId)).map(({ id }) => id);
  if (!open) await ledger.asking.note('issued', before);
  const registration = open
    ? await findLostDataset(context, { origin, datasetId, before })
    : await send(context, ledger, wanted, before);
  await ledger.keep(registration, 'registering');
  await ledger.asking.note('created', before);
  return registration;
}

async function send(
  context: RunContext<DataRobotClient>,
  ledger: DatasetLedger,
  wanted: NewDataset,
  before: readonly string[],
): Promise<Registration> {
  const { origin, datasetId } = wanted;
  context.progress({ type: 'phase', title: 'Upload the data' });
  try {
    const begun = await sendDataset(context, wanted);
    return {
      ...begun,
      name: originName(origin),
      datasetId: begun.datasetId ?? datasetId,
      previousVersionId: datasetId === undefined ? undefined : before[0],
    };
  } catch (error) {
    if (isCancelled(error)) throw error;
    if (!isAmbiguous(error)) {
      await ledger.asking.note('refused', before);
      throw explainUpload(error);
    }
    return findLostDataset(context, { origin, datasetId, before }, error);
  }
}
