// Jest's globalSetup of a node package: builds it, packs it as npm would publish it, and unpacks that as n8n would install it.
const { spawnSync } = require('node:child_process');
const { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');

const buildTool = join(__dirname, '..', '..', 'tools', 'build-n8n-node.mjs');

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** Packs what lies at `home` into a folder. @returns where the package lies unpacked */
function packInto(folder, home) {
  // In a folder of its own: the package's own dist belongs to whoever builds it
  const made = join(folder, 'made');
  for (const file of ['package.json', 'README.md', 'LICENSE.md', 'CHANGELOG.md'])
    cpSync(join(home, file), join(made, file));
  run(process.execPath, [buildTool, join(made, 'dist')], home);
  const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], made);
  const [{ filename, name }] = JSON.parse(packed);
  const unpacked = join(folder, 'node_modules', name);
  mkdirSync(unpacked, { recursive: true });
  run('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', unpacked], folder);
  // n8n has it at hand for every package; nothing else is
  symlinkSync(
    dirname(require.resolve('n8n-workflow/package.json')),
    join(folder, 'node_modules', 'n8n-workflow'),
    'junction',
  );
  return unpacked;
}

module.exports = (_, { rootDir }) => {
  const folder = mkdtempSync(join(tmpdir(), 'modelferry-packed-'));
  try {
    // Tests find both here, in whatever process they run
    process.env.MODELFERRY_PACKED = packInto(folder, rootDir);
    process.env.MODELFERRY_PACKAGE = rootDir;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  globalThis.modelferryPackedFolder = folder;
};
