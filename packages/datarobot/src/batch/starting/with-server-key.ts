import { isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchRequest } from '../../client/batch-request.ts';
import type { DataRobotClient } from '../../client/client.ts';

/**
 * Adds the key of the prediction server that a request names, where the vendor tells us that it has one: the managed cloud
 * wants it (3.6). It goes from the vendor's API back to it, and is never an input.
 */
export async function withServerKey<Request extends Partial<BatchRequest>>(
  { client, signal }: RunContext<DataRobotClient>,
  request: Request,
): Promise<Request> {
  const { predictionInstance } = request;
  if (predictionInstance === undefined) return request;
  const servers = await client.getPredictionServers({}, signal).catch((error: unknown) => {
    if (isCancelled(error)) throw error;
    return { entries: [] }; // Self-managed servers need no key, and may not tell of themselves
  });
  const wanted = predictionInstance.hostName.toLowerCase();
  const datarobotKey = servers.entries.find(({ url }) => hostsOf(url).includes(wanted))?.dataRobotKey;
  return datarobotKey === undefined
    ? request
    : { ...request, predictionInstance: { ...predictionInstance, datarobotKey } };
}

/** A server's host, with its port and without. */
function hostsOf(url: string | undefined): readonly string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { host, hostname } = new URL(url);
  return [host, hostname];
}
