import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

/**
 * Makes a temporary folder that bears our process id, and first removes those of owners that were killed outright and could
 * not remove their own.
 */
export async function ownedFolder(parent: string, prefix: string): Promise<string> {
  for (const name of await readdir(parent)) {
    const owner = new RegExp(`^${prefix}-(\\d+)-\\w+$`).exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
  return mkdtemp(join(parent, `${prefix}-${process.pid}-`));
}
