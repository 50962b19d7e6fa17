// Runs `npm ci` when node_modules does not match package-lock.json; otherwise does nothing.
// Plain CommonJS without dependencies: it runs on the machine's own Node.js, before anything is installed.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { spawnSync } = require('node:child_process');

const root = join(__dirname, '..');

/** The `packages` table of a lock file, or null when there is no such file. */
function packagesOf(...path) {
  try {
    return JSON.parse(readFileSync(join(root, ...path), 'utf8')).packages;
  } catch {
    return null;
  }
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules', '.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const installed = present[path];
    if (!installed) return Boolean(entry.optional);
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

if (!isInstalled()) {
  console.error('Modelferry: installing the packages named in package-lock.json (about half a minute) ...');
  // npm warns of the machine's own Node.js, for which the lock file brings a newer one along
  const npm = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
}
