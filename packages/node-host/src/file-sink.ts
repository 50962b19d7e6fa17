import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError } from '@modelferry/http';
import type { OutgoingFile, Sink } from '@modelferry/upload';
import { throwFileError } from './file-error.ts';
import { writeBlocks } from './write-blocks.ts';

/**
 * Keeps files in a folder, which is made where it is missing. A file of the same name is replaced, at once and as a
 * whole, when the new one is complete; until then it is written under a temporary name beside it.
 */
export function fileSink(folder: string): Sink {
  return {
    async save(file, signal) {
      const { name, contentType } = file;
      const location = join(folder, checkedName(name));
      const refused = throwFileError(`save ${location}`);
      const temporary = join(folder, `.modelferry-${randomBytes(8).toString('hex')}.part`);
      signal.throwIfAborted();
      await mkdir(folder, { recursive: true }).catch(refused);
      try {
        const bytes = await writeFile(temporary, file, signal, refused);
        signal.throwIfAborted();
        await rename(temporary, location).catch(refused);
        return { name, contentType, bytes, location };
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      }
    },
  };
}

async function writeFile(
  path: string,
  file: OutgoingFile,
  signal: AbortSignal,
  refused: (error: unknown) => never,
): Promise<number> {
  const handle = await open(path, 'wx').catch(refused);
  try {
    const bytes = await writeBlocks(handle, file.body, signal, refused);
    if (file.length === undefined || bytes === file.length) return bytes;
    throw new EngineError({
      code: 'source-mismatch',
      message: `Could not save ${file.name}: the server promised ${file.length} bytes and sent ${bytes}.`,
      remedy: 'Try again; the connection may have broken on the way.',
    });
  } finally {
    await handle.close();
  }
}

/** A name that stays in its folder, whoever made it up. */
function checkedName(name: string): string {
  const stays =
    name !== '' && name !== '.' && name !== '..' && basename(name) === name && !/[\0\\]/.test(name);
  if (stays) return name;
  throw new EngineError({
    code: 'invalid-input',
    message: `Could not save the file: ${JSON.stringify(name)} is not a name but a path.`,
    remedy: 'Give a name without slashes.',
  });
}
