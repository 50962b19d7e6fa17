import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { betweenMarkers } from '../between-markers.ts';
import type { GeneratedFile } from '../generated-file.ts';
import type { ActionVendor } from './action-vendor.ts';
import { actionFolder } from './manifest-files.ts';
import { recipes } from './recipes.ts';
import { actionsTable, reference } from './reference.ts';

/**
 * The README of the actions with its generated parts made anew.
 * @throws Error when a marker is missing
 */
export function readmeFile(root: string, vendors: readonly ActionVendor[]): GeneratedFile {
  const path = `${actionFolder}/README.md`;
  const parts = { actions: actionsTable(vendors), recipes: recipes(root), reference: reference(vendors) };
  const content = Object.entries(parts).reduce(
    (text, [name, part]) => betweenMarkers(path, text, name, part),
    readFileSync(join(root, path), 'utf8'),
  );
  return { path, content };
}
