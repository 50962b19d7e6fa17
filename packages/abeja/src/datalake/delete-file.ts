import type { RunContext } from '@modelferry/operation';
import { findNamed } from '../at-most-once/find-named.ts';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';
import type { DatalakeFile } from '../client/data/datalake-file.ts';
import { allFiles } from '../client/lists.ts';

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
    isDone: async () => !(await readFile(context, { channelId, fileId })),
  });
}

const readFile = (
  { client, signal }: RunContext<AbejaClient>,
  { channelId, fileId }: FileRef,
): Promise<DatalakeFile | undefined> =>
  findNamed(
    () => client.getFile(channelId, fileId, signal),
    async () => {
      for await (const file of allFiles(client, channelId, {}, signal))
        if (file.fileId === fileId) return file;
      return undefined;
    },
  );
