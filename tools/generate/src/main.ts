// npm run generate: writes what is made from the catalogs. With --check it writes nothing and fails on a difference.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changedFiles } from './changed-files.ts';
import { generatedFiles } from './generated-files.ts';
import { nodeModules } from './node-module.ts';
import { staleFiles } from './stale-files.ts';

// Node packages are CommonJS to n8n and ES modules in source, which Node.js would remark on each time
process.removeAllListeners('warning');

const root = join(import.meta.dirname, '..', '..', '..');
const modules = await nodeModules(root);
const files = await generatedFiles(root, modules);
const changed = changedFiles(root, files);
const stale = staleFiles(root, modules, files);

if (process.argv.includes('--check')) {
  const differences = [...changed.map(({ path }) => path), ...stale];
  for (const path of differences) console.error(`${path} is not what its catalog says.`);
  if (differences.length > 0) console.error('Run `npm run generate` and commit what it writes.');
  process.exitCode = differences.length > 0 ? 1 : 0;
} else {
  for (const path of stale) rmSync(join(root, path));
  for (const { path, content } of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  console.log(`${files.length} files stand as their catalogs say; ${changed.length + stale.length} changed.`);
}
