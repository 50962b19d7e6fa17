// Before all tests: builds the package, packs it as npm would publish it, and unpacks that as n8n would install it.
const { spawnSync } = require('node:child_process');
const { mkdirSync, mkdtempSync, symlinkSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');

const home = join(__dirname, '..', '..');

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: home,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), 'modelferry-packed-'));
  run(process.execPath, [join(home, '..', '..', 'tools', 'build-n8n-node.mjs')]);
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]),
  );
  const unpacked = join(folder, 'node_modules', 'n8n-nodes-prediction-one');
  mkdirSync(unpacked, { recursive: true });
  run('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', unpacked]);
  // n8n has it at hand for every package; nothing else is
  symlinkSync(
    dirname(require.resolve('n8n-workflow/package.json')),
    join(folder, 'node_modules', 'n8n-workflow'),
    'junction',
  );
  // Tests find it here, in whatever process they run
  process.env.MODELFERRY_PACKED = unpacked;
  globalThis.modelferryPackedFolder = folder;
};
