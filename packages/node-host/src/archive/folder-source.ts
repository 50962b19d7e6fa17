import { basename, resolve } from 'node:path';
import { entryName, type Source } from '@modelferry/upload';
import { fileSource } from '../file-source.ts';
import { archiveError } from './archive-error.ts';
import { archiveFiles } from './archive-files.ts';
import type { ArchiveEntry, ArchiveFormat } from './archive-format.ts';
import { zipFormat } from './zip-format.ts';

/** What of a folder to pack, and how. Patterns are those of `.gitignore`, relative to the root and case-sensitive. */
export interface FolderSourceOptions {
  /** The folder. Paths in the archive are relative to it. */
  readonly root: string;
  /** @default ZIP */
  readonly format?: ArchiveFormat;
  /** Patterns of what to take. @default everything */
  readonly include?: readonly string[];
  /** Patterns of what to leave out, whatever the ignore files say. `.git` always is. @default nothing more */
  readonly exclude?: readonly string[];
  /**
   * Names of files that say what to leave out of the folder they lie in, and of those below; where several lie in one folder,
   * the last one named has the last word. @default `.gitignore`
   */
  readonly ignoreFiles?: readonly string[];
  /** The archive's own name. @default the folder's, with the format as extension */
  readonly name?: string;
  /** From 1 (fast) to 9 (small). @default 6 */
  readonly level?: number;
  /** Ends the look at the folder, and the packing. */
  readonly signal: AbortSignal;
}

/**
 * A folder as one file, packed whenever it is opened. The same files give the same bytes: in the order of their names, with
 * one date for all, and with the mode 0755 where their owner may run them, else 0644. Folders are there through their files;
 * an empty one is not. A file that has changed since then fails while it is packed.
 *
 * A link within the folder is followed, and stands for what it points to: not every unpacker knows links.
 * @throws EngineError `invalid-input` for a link that leaves the folder, leads nowhere or in a circle; for what is neither
 * file nor folder; for a name that cannot be in an archive; and when no file is left
 */
export async function folderSource(
  options: FolderSourceOptions,
): Promise<Source & { readonly contentType: string }> {
  const { root, format = zipFormat, level = 6, signal } = options;
  const { include = ['*'], exclude = [], ignoreFiles = ['.gitignore'] } = options;
  const { name = `${basename(resolve(root))}.${format.extension}` } = options;
  const files = await archiveFiles({ root, include, exclude, ignoreFiles, signal });
  const entries: ArchiveEntry[] = [];
  for (const { path, location, isExecutable } of files) {
    checkPath(root, path);
    signal.throwIfAborted();
    entries.push({ path, isExecutable, source: await fileSource(location, { name: path }) });
  }
  return {
    name,
    contentType: format.contentType,
    length: undefined,
    replayable: true,
    ranged: false,
    open: () => format.pack(entries, { level, signal }),
  };
}

/** @throws EngineError for a name that unpacks elsewhere, or under another name, on some system */
function checkPath(root: string, path: string): void {
  entryName(path);
  // archiver takes it for the beginning of an address and cuts it off
  if (/^\w+:/.test(path)) {
    throw archiveError(root, `the name of ${path} begins like an address`, 'Rename it, or exclude it.');
  }
}
