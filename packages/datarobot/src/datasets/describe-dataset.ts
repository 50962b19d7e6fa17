import { isCancelled, messageOf } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';

/**
 * Gives a dataset its name and categories. What keeps it from that is told and stops nothing: the dataset is there, and
 * nobody is to upload it again for a name.
 * @returns whether it has them now
 */
export async function describeDataset(
  { client, signal, progress }: RunContext<DataRobotClient>,
  datasetId: string,
  change: { readonly name?: string; readonly categories?: readonly string[] },
): Promise<boolean> {
  try {
    await client.updateDataset(datasetId, change, signal);
    return true;
  } catch (error) {
    if (isCancelled(error)) throw error;
    const why = messageOf(error);
    progress({
      type: 'warning',
      message: `Dataset ${datasetId} was uploaded, and its name or categories could not be set: ${why}`,
    });
    return false;
  }
}
