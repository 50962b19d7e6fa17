import { fileSink } from '@modelferry/node-host';
import { safeFileName, type OutgoingFile, type SavedFile } from '@modelferry/upload';
import type { Environment } from '../inputs/input-text.ts';
import { freshOutputFolder } from './output-folder.ts';

/** Keeps the files of a run in the folder that the user has named, or in a fresh one, made with the first file. */
export function openFiles(
  named: string | undefined,
  env: Environment,
  signal: AbortSignal,
): (file: OutgoingFile) => Promise<SavedFile> {
  let folder: Promise<string> | undefined;
  return async (file) => {
    folder ??= named === undefined ? freshOutputFolder(env) : Promise.resolve(named);
    // The vendor may have made up the name
    return fileSink(await folder).save({ ...file, name: safeFileName(file.name) }, signal);
  };
}
