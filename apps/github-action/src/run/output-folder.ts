import { InputError } from '@modelferry/http';
import { lstatSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { hostInputNames } from '../face/index.ts';
import type { Environment } from '../inputs/input-text.ts';

/** The folder for temporary files: the runner empties it after the job. */
export const temporaryFolder = (env: Environment): string => env['RUNNER_TEMP'] || tmpdir();

/** Where paths of the workflow file start. */
export const workspaceFolder = (env: Environment): string => env['GITHUB_WORKSPACE'] || process.cwd();

/**
 * The folder that the user has named for files.
 * @returns its whole path; undefined where none is named
 * @throws InputError for one that lies, or leads by a link, outside of the workspace and the runner's temporary folder
 */
export function namedOutputFolder(given: string | undefined, env: Environment): string | undefined {
  if (given === undefined) return undefined;
  const folder = resolve(workspaceFolder(env), given);
  const allowed = [workspaceFolder(env), temporaryFolder(env)];
  const leadsTo = real(folder);
  if (leadsTo !== undefined && allowed.some((root) => liesIn(leadsTo, real(root)))) return folder;
  throw new InputError([
    {
      field: hostInputNames.outputDir,
      problem: `"${given}" leads outside of the workspace and of the runner's temporary folder`,
      remedy: 'Name a folder inside of the workspace.',
    },
  ]);
}

/** A folder of this run's own: two copies of a step may run at once. */
export const freshOutputFolder = (env: Environment): string =>
  mkdtempSync(join(temporaryFolder(env), 'modelferry-'));

/** Where a path really leads: by its deepest part that is there. Nowhere, for a link to what is not there. */
function real(path: string): string | undefined {
  const whole = resolve(path);
  const parent = dirname(whole);
  if (lstatSync(whole, { throwIfNoEntry: false }) === undefined && parent !== whole) {
    const leadsTo = real(parent);
    return leadsTo === undefined ? undefined : join(leadsTo, basename(whole));
  }
  try {
    return realpathSync(whole);
  } catch {
    return undefined;
  }
}

function liesIn(path: string, root: string | undefined): boolean {
  if (root === undefined) return false;
  const below = relative(root, path);
  return !isAbsolute(below) && below.split(sep)[0] !== '..';
}
