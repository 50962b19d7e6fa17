// node tools/scan-n8n-package.mjs <source folder> <unpacked tarball>: n8n's own scanner, both of its legs, without publishing.
// Prints one line of JSON: what it says of each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// One of its plugins takes every file for a test file where this says "test", as it does below Jest
delete process.env.NODE_ENV;
// It makes a temporary folder as soon as it is loaded, and leaves it behind
const folder = mkdtempSync(join(tmpdir(), 'modelferry-scan-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.env.TMPDIR = folder;
const { analyzePackage, SOURCE_FILE_PATTERNS } =
  await import('@n8n/scan-community-package/scanner/scanner.mjs');

const [source, tarball] = process.argv.slice(2).map((folder) => resolve(folder));
const told = async (folder, patterns) => {
  const { passed, message = '', details = '' } = await analyzePackage(folder, patterns);
  return { passed, message: `${message}${details}` };
};
console.log(
  JSON.stringify({
    source: await told(source, SOURCE_FILE_PATTERNS),
    tarball: await told(tarball, ['**/*.js', 'package.json']),
  }),
);
