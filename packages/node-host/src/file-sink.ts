import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError, isEngineError } from '@modelferry/http';
import type { OutgoingFile, Sink } from '@modelferry/upload';
import { fileError } from './file-error.ts';
import { writeBlocks } from './write-blocks.ts';

/**
 * Keeps files in a folder, which is made where it is missing. A file of the same name is replaced, at once and as a
 * whole, when the new one is complete; until then it is written under a temporary name beside it.
 */
export function fileSink(folder: string): Sink {
  return {
    async save(file, signal) {
      const location = join(folder, checkedName(file.name));
      const doing = `save ${location}`;
      const temporary = join(folder, `.modelferry-${randomBytes(8).toString('hex')}.part`);
      try {
        signal.throwIfAborted();
        await mkdir(folder, { recursive: true });
        const bytes = await writeFile(temporary, file, signal);
        signal.throwIfAborted();
        await rename(temporary, location);
        return { name: file.name, contentType: file.contentType, bytes, location };
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw signal.aborted || isEngineError(error) || !isFileSystemError(error)
          ? error
          : fileError(doing, error);
      }
    },
  };
}

async function writeFile(path: string, file: OutgoingFile, signal: AbortSignal): Promise<number> {
  const handle = await open(path, 'wx');
  try {
    const bytes = await writeBlocks(handle, file.body, signal);
    if (file.length !== undefined && bytes !== file.length) {
      throw new EngineError({
        code: 'source-mismatch',
        message: `Could not save ${file.name}: the server promised ${file.length} bytes and sent ${bytes}.`,
        remedy: 'Try again; the connection may have broken on the way.',
      });
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

/** A name that stays in its folder, whoever made it up. */
function checkedName(name: string): string {
  const bad = name === '' || name === '.' || name === '..' || basename(name) !== name || /[\0\\]/.test(name);
  if (!bad) return name;
  throw new EngineError({
    code: 'invalid-input',
    message: `Could not save the file: ${JSON.stringify(name)} is not a name but a path.`,
    remedy: 'Give a name without slashes.',
  });
}

const isFileSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
