import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';

/** Those that are missing below the root, or stand there otherwise. */
export const changedFiles = (root: string, files: readonly GeneratedFile[]): readonly GeneratedFile[] =>
  files.filter(({ path, content }) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== content;
  });
