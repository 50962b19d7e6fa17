// node tools/run.cjs <script> [arguments]: sets the workspace up, then runs a script of ours on Node.js 24.
// The machine's own Node.js may be 20; the lock file brings 24 along, which runs our TypeScript as it stands.
require('./bootstrap.cjs');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { spawn } = require('node:child_process');

const bin = join(__dirname, '..', 'node_modules', '.bin');
const bundled = join(bin, 'node');
const major = Number(process.versions.node.split('.')[0]);
const node = existsSync(bundled) ? bundled : process.execPath;
if (node === process.execPath && major < 24) {
  console.error(
    `Modelferry needs Node.js 24 here, and this is ${process.version}: install it and run this again.`,
  );
  process.exit(1);
}

const child = spawn(node, ['--conditions=@modelferry/source', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` },
});
// Told to end, npm ends the shell between it and us, and neither passes the signal on: we are then somebody else's child
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 1_000).unref();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
