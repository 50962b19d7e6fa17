import { fstatSync, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { EngineError, type RandomReader } from '@modelferry/http';
import { throwFileError } from './file-error.ts';
import { fileScanner } from './file-scanner.ts';
import { readerSource, type ReaderSource } from './reader-source.ts';

/** A file on this machine, as it was when the source was made. */
export interface FileSource extends ReaderSource {
  readonly path: string;
  /** Last change, in milliseconds since 1970. */
  readonly modifiedAtMs: number;
}

/** From this length, in bytes, it is worth the while to start a thread for going over a table. */
const scannerFromBytes = 32 * 1024 * 1024;

/** How a file is presented. */
export interface FileSourceOptions {
  /** What the vendor sees. @default the base name of the path */
  readonly name?: string;
  readonly contentType?: string;
}

/**
 * A file to send. Nothing is read yet; a file that changes afterwards is noticed while it is read, and fails.
 * @throws EngineError `invalid-input` when there is no such file, or it cannot be read
 */
export async function fileSource(path: string, options: FileSourceOptions = {}): Promise<FileSource> {
  const doing = `read the file ${path}`;
  const refused = throwFileError(doing);
  const promised = await stat(path).catch(refused);
  if (!promised.isFile()) {
    throw new EngineError({
      code: 'invalid-input',
      message: `Could not ${doing}: it is ${promised.isDirectory() ? 'a folder' : 'not an ordinary file'}.`,
      remedy: 'Give the path of one file.',
    });
  }
  const openFile = () => open(path).catch(refused);
  await (await openFile()).close(); // Better to fail now than after the vendor has been asked for an upload
  const source = readerSource({
    name: options.name ?? basename(path),
    contentType: options.contentType,
    length: promised.size,
    reader: async () => unchangedReader(await openFile(), promised, path),
  });
  const scanner = promised.size >= scannerFromBytes ? fileScanner(path, promised.size) : undefined;
  return { ...source, path, scanner, modifiedAtMs: promised.mtimeMs };
}

/** Reads a file and looks, after each reading, whether it is still the one that was promised. */
function unchangedReader(file: FileHandle, promised: Stats, path: string): RandomReader {
  return {
    async read(target, position) {
      const { bytesRead } = await file.read(target, 0, target.length, position);
      const now = fstatSync(file.fd); // An open file's state is at hand; a turn through the thread pool costs a fifth of the speed
      if (now.size !== promised.size || now.mtimeMs !== promised.mtimeMs) throw changed(path, promised, now);
      return bytesRead;
    },
    close: () => file.close(),
  };
}

function changed(path: string, promised: Stats, now: Stats): EngineError {
  const difference =
    now.size === promised.size
      ? `its ${now.size} bytes were written anew at ${now.mtime.toISOString()}, before that at ${promised.mtime.toISOString()}`
      : `it had ${promised.size} bytes and now has ${now.size}`;
  return new EngineError({
    code: 'source-mismatch',
    message: `The file ${path} changed while it was read: ${difference}.`,
    remedy: 'Make sure that nothing writes to the file while it is sent, then try again.',
  });
}
