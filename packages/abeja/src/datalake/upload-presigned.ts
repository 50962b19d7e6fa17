import { CancelledError, isEngineError, sendUntilTaken } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { isUploadOutcomeUnknown, isUploadUrlExpired } from '@modelferry/upload';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';
import type { DatalakeFile, WaitingFile } from '../client/data/datalake-file.ts';
import { conflict } from './conflict.ts';
import { deleteFile } from './delete-file.ts';
import { findFile } from './find-file.ts';
import type { NewFile, UploadedFile } from './new-file.ts';

/** How often an upload is begun in all: to the same address where nobody said what became of it, else to a new one. */
const maxUploads = 4;

/**
 * Uploads a file to an address of the storage. It is repeated to the same address, which does no harm; where the address is
 * refused, a new one is asked for, and the file that waited at the old one is deleted (5.2).
 * @throws EngineError with code `conflict` where another file is there
 */
export async function uploadPresigned(
  context: RunContext<AbejaClient>,
  wanted: NewFile,
): Promise<UploadedFile> {
  const { client, signal } = context;
  const { channelId, file, conflictKey, onConflict, metadata, lifetime } = wanted;
  const value = conflictKey === undefined ? undefined : metadata[conflictKey];
  if (conflictKey !== undefined && value !== undefined) {
    // These addresses know no rule for conflicts
    const there = await findFile(context, channelId, [conflictKey, value]);
    if (there && onConflict === 'fail') throw conflict(file.name, conflictKey, value);
    if (there) return { file: there, alreadyThere: true };
  }
  const { fileId } = await fill(context, wanted);
  if (lifetime !== undefined) {
    await surely(context, {
      doing: `set the lifetime of the file ${fileId}`,
      send: () => client.setFileLifetime(channelId, fileId, lifetime, signal),
      isDone: async () => (await client.getFile(channelId, fileId, signal)).lifetime === lifetime,
    });
  }
  return { file: await client.getFile(channelId, fileId, signal), alreadyThere: false };
}

async function fill(context: RunContext<AbejaClient>, wanted: NewFile): Promise<DatalakeFile> {
  const { signal } = context;
  const { channelId, file } = wanted;
  let waiting = await ask(context, wanted);
  for (let uploads = 1; ; uploads++) {
    try {
      await put(context, wanted, waiting);
      return waiting;
    } catch (error) {
      if (signal.aborted) throw new CancelledError(`upload "${file.name}"`);
      const isPassing = isUploadUrlExpired(error) || isUploadOutcomeUnknown(error);
      if (!isPassing || !file.replayable || uploads >= maxUploads) {
        await forget(context, channelId, waiting);
        throw error;
      }
      if (!isUploadUrlExpired(error)) continue;
      await forget(context, channelId, waiting);
      waiting = await ask(context, wanted);
    }
  }
}

/** One that was made and is lost has no bytes, and does no harm: it may be asked for again. */
function ask(
  context: RunContext<AbejaClient>,
  { channelId, file, metadata, contentType = file.contentType ?? 'application/octet-stream' }: NewFile,
): Promise<WaitingFile> {
  const { client, signal } = context;
  return sendUntilTaken(context, `get an upload address in the channel ${channelId}`, () =>
    client.createFileUpload(channelId, { contentType, metadata }, signal),
  );
}

function put(
  { client, clock, signal, random, progress }: RunContext<AbejaClient>,
  { file, contentType = file.contentType ?? 'application/octet-stream' }: NewFile,
  { uploadUrl: url }: WaitingFile,
): Promise<void> {
  const { name, length: totalBytes } = file;
  return client.storage.upload({
    ...{ url, contentType, clock, signal, random, source: file },
    doing: `upload "${name}"`,
    onBytesTaken: (bytes) => progress({ type: 'upload', name, bytes, totalBytes }),
  });
}

/** A file without bytes is of no use; that it stays behind must not hide why. */
const forget = (
  context: RunContext<AbejaClient>,
  channelId: string,
  { fileId }: WaitingFile,
): Promise<void> =>
  deleteFile(context, { channelId, fileId }).catch((error: unknown) => {
    if (!isEngineError(error)) throw error;
  });
