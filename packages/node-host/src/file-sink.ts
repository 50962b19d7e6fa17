import { createHash, randomBytes, type Hash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError } from '@modelferry/http';
import type { OutgoingFile, Sink } from '@modelferry/upload';
import { throwFileError } from './file-error.ts';
import { writeBlocks } from './write-blocks.ts';

/** How files are kept. */
export interface FileSinkOptions {
  /**
   * Whether the SHA-256 of each file is counted while it is written, and told. A file whose sender told one is always
   * checked against it.
   * @default false, since it takes the processor about as long as the writing itself
   */
  readonly sha256?: boolean;
}

/**
 * Keeps files in a folder, which is made where it is missing. A file of the same name is replaced, at once and as a
 * whole, when the new one is complete; until then it is written under a temporary name beside it.
 *
 * Nothing is forced to the disk (`fsync`): that a process dies harms no file, but one that was saved seconds before the
 * machine lost its power may be empty. A job of CI would fail then anyway, and forcing takes as long as the disk is slow.
 */
export function fileSink(folder: string, { sha256 = false }: FileSinkOptions = {}): Sink {
  return {
    async save(file, signal) {
      const { name, contentType } = file;
      const location = join(folder, checkedName(name));
      const refused = throwFileError(`save ${location}`);
      const temporary = join(folder, `.modelferry-${randomBytes(8).toString('hex')}.part`);
      const hash = sha256 || file.sha256 !== undefined ? createHash('sha256') : undefined;
      signal.throwIfAborted();
      await mkdir(folder, { recursive: true }).catch(refused);
      try {
        const bytes = await writeFile(temporary, file, signal, refused, hash);
        const sum = hash?.digest('hex');
        if (sum !== undefined) checkSum(file, sum);
        signal.throwIfAborted();
        await rename(temporary, location).catch(refused);
        return { name, contentType, bytes, location, ...(sum !== undefined && { sha256: sum }) };
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
  hash: Hash | undefined,
): Promise<number> {
  const handle = await open(path, 'wx').catch(refused);
  try {
    const bytes = await writeBlocks(handle, file.body, signal, refused, (block) => hash?.update(block));
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

/** @throws EngineError `source-mismatch` that names both sums */
function checkSum({ name, sha256 }: OutgoingFile, actual: string): void {
  if (sha256 === undefined || sha256.toLowerCase() === actual) return;
  throw new EngineError({
    code: 'source-mismatch',
    message: `Could not save ${name}: its SHA-256 should be ${sha256.toLowerCase()}, and what came has ${actual}.`,
    remedy: 'Try again; if it stays so, the file is not the one that was promised.',
  });
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
