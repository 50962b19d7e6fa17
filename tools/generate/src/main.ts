// npm run generate: writes what is made from the catalogs. With --check it writes nothing and fails on a difference;
// with --nodes it leaves the actions alone, whose bundles take most of its time.
import { mkdirSync, readdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actionVendors } from './action/action-vendor.ts';
import { changedFiles } from './changed-files.ts';
import { filesOfNodes, generatedFiles } from './generated-files.ts';
import { generatedPlaces, placesOfNodes } from './generated-places.ts';
import { nodeModules } from './n8n/node-module.ts';
import { staleFiles } from './stale-files.ts';

// Node packages are CommonJS to n8n and ES modules in source, which Node.js would remark on each time
process.removeAllListeners('warning');

const root = join(import.meta.dirname, '..', '..', '..');
const modules = await nodeModules(root);
const onlyNodes = process.argv.includes('--nodes');
const files = onlyNodes
  ? await filesOfNodes(root, modules)
  : await generatedFiles(root, modules, await actionVendors());
const places = onlyNodes ? placesOfNodes(modules) : generatedPlaces(modules);
const changed = changedFiles(root, files);
const stale = staleFiles(root, places, files);

if (process.argv.includes('--check')) {
  const differences = [...changed.map(({ path }) => path), ...stale];
  for (const path of differences) console.error(`${path} is not what its catalog says.`);
  if (differences.length > 0) console.error('Run `npm run generate` and commit what it writes.');
  process.exitCode = differences.length > 0 ? 1 : 0;
} else {
  for (const path of stale) remove(join(root, path));
  for (const { path, content } of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  console.log(`${files.length} files stand as their catalogs say; ${changed.length + stale.length} changed.`);
}

/** A folder that nothing is left in goes, too. */
function remove(file: string): void {
  rmSync(file);
  if (readdirSync(dirname(file)).length === 0) rmdirSync(dirname(file));
}
