import { EngineError } from '@modelferry/http';
import { saveDownload, type RunContext } from '@modelferry/operation';
import { safeFileName, type SavedFile } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';
import type { DatalakeFile } from '../client/data/datalake-file.ts';
import type { FileRef } from './delete-file.ts';

/**
 * Streams a file of the datalake to the host, whole or not at all, with a URL asked for anew at each try.
 * @throws EngineError with code `not-found` where its bytes have not come
 */
export async function saveFile(
  context: RunContext<AbejaClient>,
  { channelId, fileId, fileName }: FileRef & { readonly fileName?: string },
): Promise<{ readonly file: DatalakeFile; readonly saved: SavedFile }> {
  const { client, signal } = context;
  const doing = `download the file ${fileId}`;
  let file = await client.getFile(channelId, fileId, signal);
  let isFresh = true;
  const saved = await saveDownload(context, {
    doing,
    async freshUrl() {
      if (!isFresh) file = await client.getFile(channelId, fileId, signal);
      isFresh = false;
      return file.downloadUri;
    },
    nameOf: () => fileName ?? safeFileName(file.metadata?.['filename'] ?? fileId, fileId),
  });
  if (saved) return { file, saved };
  throw new EngineError({
    code: 'not-found',
    message: `Could not ${doing}: the platform gives no address for it, as for a file whose bytes have not come.`,
    remedy: 'Upload it again, or take another file.',
  });
}
