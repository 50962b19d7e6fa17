import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScratchStore } from '@modelferry/upload';
import { throwFileError } from './file-error.ts';
import { readerSource } from './reader-source.ts';
import { writeBlocks } from './write-blocks.ts';

/**
 * Keeps what must be complete before it can be sent in temporary files that only this user may read. A file loses its
 * name as soon as it is open and is read through its handle: however the process ends, nothing stays behind.
 * @param folder where there is room @default the system's folder for temporary files
 */
export function tempScratch(folder: string = tmpdir()): ScratchStore {
  return {
    async write({ name, contentType, body }, signal) {
      signal.throwIfAborted();
      const path = join(folder, `modelferry-${randomBytes(8).toString('hex')}`);
      const refused = throwFileError(`keep ${name} for a while in ${folder}`);
      const file = await open(path, 'wx+', 0o600).catch(refused);
      let disposed = false;
      const dispose = async () => {
        if (disposed) return;
        disposed = true;
        await file.close().catch(() => undefined);
        await rm(path, { force: true }).catch(() => undefined); // Where an open file keeps its name (Windows)
      };
      try {
        await rm(path).catch(() => undefined);
        const length = await writeBlocks(file, body, signal, refused);
        const reader = async () => ({
          read: async (target: Uint8Array, position: number) =>
            (await file.read(target, 0, target.length, position)).bytesRead,
          close: async () => undefined, // The handle is the file: closed with it
        });
        return { source: readerSource({ name, contentType, length, reader }), dispose };
      } catch (error) {
        await dispose();
        throw error;
      }
    },
  };
}
