import { isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';

/**
 * Deletes a definition. It is looked at before, so that "not found" afterwards means that it is gone: the answer to the
 * first of several deletes may have been lost.
 * @throws ApiError with code `not-found` when there was none, `conflict` while jobs of it are queued (3.14)
 */
export async function deleteDefinition(
  { client, signal }: RunContext<DataRobotClient>,
  definitionId: string,
): Promise<void> {
  await client.getJobDefinition(definitionId, signal);
  await client.deleteJobDefinition(definitionId, signal).catch((error: unknown) => {
    if (!isApiError(error) || error.code !== 'not-found') throw error;
  });
}
