import { isEngineError, InputError, type InputFault } from '@modelferry/http';
import type { Field, FolderPacking } from '@modelferry/operation';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { shownPath } from '../text/shown-path.ts';
import { findFiles } from './find-files.ts';

/** Most paths that one message names. */
const maxNamed = 5;

/** How hard to pack a folder: only lines of less than 100 Mbit/s gain more by another level than it costs. */
const level = 1;

/** Where a path starts, and what ends a long look at what it leads to. */
export interface FileAccess {
  readonly workspace: string;
  readonly signal: AbortSignal;
}

/** A file that an input names, opened as its field needs it; `undefined` where nothing matches. */
export async function openInputFile(
  field: Field,
  pattern: string,
  access: FileAccess,
): Promise<{ readonly value: unknown } | undefined> {
  const { workspace, signal } = access;
  const refuse = (fault: Omit<InputFault, 'field'>) => new InputError([{ field: field.name, ...fault }]);
  const whole = resolve(workspace, pattern);
  const [path, ...others] = isFolder(whole) ? [whole] : findFiles(pattern, workspace);
  if (path === undefined) return undefined;
  if (isFolder(path) && !packingOf(field)) {
    throw refuse({ problem: `"${pattern}" is a folder`, remedy: 'Name one file in it.' });
  }
  if (others.length > 0) {
    const named = [path, ...others].slice(0, maxNamed).map((one) => shownPath(one, workspace));
    const more = others.length >= maxNamed ? ', ...' : '';
    throw refuse({
      problem: `matches ${others.length + 1} files (${named.join(', ')}${more}), and one is needed`,
      remedy: 'Name one of them, or use a matrix to run the step for each.',
    });
  }
  try {
    return { value: await open(field, path, signal) };
  } catch (error) {
    if (!isEngineError(error) || error.code !== 'invalid-input') throw error;
    throw refuse({ problem: `cannot be used: ${error.message.replace(/\.$/, '')}`, remedy: error.remedy });
  }
}

/** Loaded only now: a fault in another input is told without them. */
async function open(field: Field, path: string, signal: AbortSignal): Promise<unknown> {
  if (field.kind === 'rows') return (await import('../rows/read-rows.ts')).readRows(path);
  const packing = packingOf(field);
  if (packing && isFolder(path)) {
    return (await import('./folder-source.ts')).folderSource({ ...packing, root: path, level, signal });
  }
  return (await import('./file-source.ts')).fileSource(path);
}

const packingOf = (field: Field): FolderPacking | undefined =>
  field.kind === 'file' ? field.folder : undefined;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
