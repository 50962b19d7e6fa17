import { text } from 'node:stream/consumers';
import { fromBufferPromise, openPromise } from 'yauzl';

const maxBytes = 1024 * 1024;

/** The text of the first small entry of that name, in whatever folder of a ZIP; nothing when there is none. */
export async function findEntry(
  archive: Buffer | { readonly path: string },
  name: string,
): Promise<string | undefined> {
  const opened = Buffer.isBuffer(archive) ? fromBufferPromise(archive) : openPromise(archive.path);
  const zip = await opened.catch(() => undefined);
  if (zip === undefined) return undefined;
  try {
    for await (const entry of zip.eachEntry()) {
      const isIt = entry.fileName === name || entry.fileName.endsWith(`/${name}`);
      if (isIt && entry.uncompressedSize <= maxBytes)
        return await text(await zip.openReadStreamPromise(entry));
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    zip.close();
  }
}
