import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { throwFileError } from '../file-error.ts';
import { archiveError } from './archive-error.ts';
import { leftOut, ruleSet, type LeftOut } from './left-out.ts';

/** A file to be packed. */
export interface ArchiveFile {
  /** Where it lies in the archive: relative to the root, with forward slashes. */
  readonly path: string;
  /** Where it lies on the disk; of a link, what it points to. */
  readonly location: string;
  readonly isExecutable: boolean;
}

/** Which files of a folder to take. */
export interface ArchiveSelection {
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly ignoreFiles: readonly string[];
  readonly signal: AbortSignal;
}

interface Walk extends ArchiveSelection {
  /** The root without any link in it. */
  readonly realRoot: string;
  readonly left: LeftOut;
  readonly found: ArchiveFile[];
}

interface Folder {
  /** Relative to the root; empty for the root itself. */
  readonly path: string;
  readonly location: string;
  /** The folders it lies in, and itself, without any link. */
  readonly within: readonly string[];
}

/**
 * The files of a folder, in an order that depends on their names alone. What is left out is not even looked at.
 * @throws EngineError `invalid-input` for a link that leaves the folder, leads nowhere or in a circle, for what is neither
 * file nor folder, and when no file is left
 */
export async function archiveFiles(selection: ArchiveSelection): Promise<readonly ArchiveFile[]> {
  const { root, include, exclude } = selection;
  const realRoot = await realpath(root).catch(throwFileError(`pack the folder ${root}`));
  const left = await leftOut(['.git', ...exclude]);
  const found: ArchiveFile[] = [];
  await walk({ ...selection, realRoot, left, found }, { path: '', location: realRoot, within: [realRoot] });
  const included = await ruleSet(include);
  const files = found.filter(({ path }) => included.ignores(path));
  if (files.length === 0) {
    throw archiveError(
      root,
      found.length === 0
        ? 'there is no file in it that is not left out'
        : `none of its ${found.length} files is one of those to include (${include.join(', ')})`,
      'Check the folder, the patterns, and the ignore files in it.',
    );
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function walk(on: Walk, folder: Folder): Promise<void> {
  const { root, ignoreFiles, left, found, signal } = on;
  const refused = throwFileError(`pack the folder ${join(root, folder.path)}`);
  const entries = await readdir(folder.location, { withFileTypes: true }).catch(refused);
  const lieHere = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  for (const name of ignoreFiles.filter((one) => lieHere.has(one))) {
    left.add(folder.path, await readFile(join(folder.location, name), 'utf8').catch(refused));
  }
  for (const entry of entries) {
    signal.throwIfAborted();
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
    if (left.has(path)) continue;
    const { location, about } = await resolved(on, folder, entry, path);
    if (about.isDirectory()) {
      if (left.has(`${path}/`)) continue;
      if (folder.within.includes(location)) {
        throw archiveError(root, `the link ${path} leads in a circle`, 'Remove the link, or exclude it.');
      }
      await walk(on, { path, location, within: [...folder.within, location] });
    } else if (about.isFile()) {
      found.push({ path, location, isExecutable: (about.mode & 0o100) !== 0 });
    } else {
      const what = about.isFIFO() ? 'a pipe' : about.isSocket() ? 'a socket' : 'a device';
      throw archiveError(root, `${path} is ${what}, not a file`, 'Remove it, or exclude it.');
    }
  }
}

/** What stands behind a name: a link is followed as long as it stays within the root. */
async function resolved(
  { root, realRoot }: Walk,
  folder: Folder,
  entry: Dirent,
  path: string,
): Promise<{ readonly location: string; readonly about: Stats }> {
  const place = join(folder.location, entry.name);
  const refused = throwFileError(`pack ${join(root, path)}`);
  const location = entry.isSymbolicLink()
    ? await realpath(place).catch((error: unknown) => {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ENOENT' && code !== 'ELOOP') return refused(error);
        const where = code === 'ENOENT' ? 'nowhere' : 'in a circle';
        throw archiveError(root, `the link ${path} leads ${where}`, 'Remove the link, or exclude it.');
      })
    : place;
  const inRoot = relative(realRoot, location);
  if (inRoot === '..' || inRoot.startsWith(`..${sep}`) || isAbsolute(inRoot)) {
    throw archiveError(
      root,
      `the link ${path} leads out of it, to ${location}`,
      'Put what it points to into the folder, or exclude the link.',
    );
  }
  return { location, about: await stat(location).catch(refused) };
}
