import { HttpClient } from '@modelferry/http';
import { nodeClock, nodeTransport } from '@modelferry/node-host';
import { putPresigned, type Source } from '@modelferry/upload';

/** Sends an archive as every contestant sends it, so that only its making differs. */
export async function sendFile(url: string, source: Source): Promise<void> {
  const client = new HttpClient({ transport: nodeTransport(), clock: nodeClock });
  const { signal } = new AbortController();
  await putPresigned(client, { url, source, doing: 'upload the archive', clock: nodeClock, signal });
}
