import type { RunContext } from '@modelferry/operation';
import { isGone } from '../at-most-once/is-gone.ts';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';

/** Names a file of the datalake. */
export interface FileRef {
  readonly channelId: string;
  readonly fileId: string;
}

/** Deletes a file. @throws ApiError with code `not-found` where it is not there */
export async function deleteFile(
  context: RunContext<AbejaClient>,
  { channelId, fileId }: FileRef,
): Promise<void> {
  const { client, signal } = context;
  await surely(context, {
    doing: `delete the file ${fileId}`,
    send: () => client.deleteFile(channelId, fileId, signal),
    isDone: () => isGone(() => client.getFile(channelId, fileId, signal)),
  });
}
