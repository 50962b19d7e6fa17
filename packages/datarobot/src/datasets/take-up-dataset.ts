import { isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { DatasetLedger } from './dataset-ledger.ts';
import { originName, type DatasetOrigin } from './dataset-origin.ts';
import { registrationOf, type Registration } from './registration.ts';

/**
 * Finds what an earlier try of the same request has uploaded, where that is known and still there.
 * @throws as the client does
 */
export async function takeUpDataset(
  context: RunContext<DataRobotClient>,
  ledger: DatasetLedger,
  origin: DatasetOrigin,
): Promise<Registration | undefined> {
  const record = await ledger.earlier();
  if (!record || record.phase === 'failed') return undefined;
  const registration = registrationOf(originName(origin), record.id);
  // Whether one that is still being made can be seen is not documented: its task tells
  const isSeen = record.phase === 'registered' || registration.taskId === undefined;
  if (isSeen && (await isGone(context, registration))) return undefined;
  context.progress({
    type: 'warning',
    message: `Going on with dataset ${registration.datasetId ?? record.id} of an earlier try, in place of uploading "${registration.name}" again.`,
  });
  return registration;
}

async function isGone(
  { client, signal }: RunContext<DataRobotClient>,
  { datasetId }: Registration,
): Promise<boolean> {
  if (datasetId === undefined) return false;
  try {
    await client.getDataset(datasetId, signal);
    return false;
  } catch (error) {
    if (isApiError(error) && error.code === 'not-found') return true;
    throw error;
  }
}
