import type { Catalog } from '@modelferry/operation';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { betweenMarkers } from '../between-markers.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { inputBoundsTable } from './input-bounds-table.ts';
import { ownLimitsTables } from './own-limits-table.ts';

const page = 'docs/limits.md';

/**
 * The page on limits with our own made anew, from the catalogs and from the constants in the code.
 * @throws Error when a marker is missing, or a constant has gone elsewhere
 */
export function limitsPage(root: string, catalogs: readonly Catalog<never>[]): GeneratedFile {
  const parts = { inputs: inputBoundsTable(catalogs), ours: ownLimitsTables(root) };
  const content = Object.entries(parts).reduce(
    (text, [name, part]) => betweenMarkers(page, text, name, part),
    readFileSync(join(root, page), 'utf8'),
  );
  return { path: page, content };
}
