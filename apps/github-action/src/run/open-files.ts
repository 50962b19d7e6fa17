import { fileSink } from '@modelferry/node-host';
import { safeFileName, type OutgoingFile, type SavedFile } from '@modelferry/upload';
import type { Environment } from '../inputs/input-text.ts';
import { freshOutputFolder, namedOutputFolder } from './output-folder.ts';

/** Keeps the files of a run in the folder that the user has named, or in a fresh one, made with the first file. */
export function openFiles(
  named: string | undefined,
  env: Environment,
  signal: AbortSignal,
): (file: OutgoingFile) => Promise<SavedFile> {
  let fresh: string | undefined;
  return async (file) => {
    // Hours may have passed since it was checked, and other steps run beside this one
    const folder = namedOutputFolder(named, env) ?? (fresh ??= freshOutputFolder(env));
    // The vendor may have made up the name
    return fileSink(folder).save({ ...file, name: safeFileName(file.name) }, signal);
  };
}
