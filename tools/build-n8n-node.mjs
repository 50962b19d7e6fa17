// Builds the n8n node package it is started in: one readable bundle per entry, and the files that go beside it.
// Started as `node ../../tools/build-n8n-node.mjs`; tests call `buildNode(folder)`.
import { build } from 'esbuild';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { forbiddenIn, strangersIn } from './guard-n8n-bundle.mjs';

/** Resolved by n8n and by Node.js at run time; everything else lies in the bundle. */
export const external = ['n8n-workflow', 'node:crypto'];

/** The only code of others that we carry: it is pure, so n8n's scanner accepts it in a bundle. */
export const bundled = ['valibot'];

/**
 * @param folder a package with `nodes/`, `credentials/` and an `n8n` object in its manifest
 * @throws Error naming everything that n8n would refuse
 */
export async function buildNode(folder) {
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const entries = globSync('{nodes,credentials}/**/*.{node,credentials}.ts', { cwd: folder }).sort();
  const result = await build({
    absWorkingDir: folder,
    entryPoints: entries,
    outbase: '.',
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    conditions: ['@modelferry/source'],
    external,
    // Reviewers read it
    minify: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });

  for (const asset of globSync('{nodes,credentials,icons}/**/*.{svg,node.json}', { cwd: folder }))
    copy(asset);
  for (const schema of globSync('nodes/**/__schema__/**/*.json', { cwd: folder })) copy(schema);
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(folder, result.metafile));

  const faults = [
    ...strangersIn(result.metafile, { external, bundled }),
    ...entries.flatMap((entry) => {
      const output = join('dist', entry.replace(/\.ts$/, '.js'));
      return forbiddenIn(readFileSync(join(folder, output), 'utf8')).map((what) => `${output}: ${what}`);
    }),
    ...missingEntries(folder),
  ];
  if (faults.length > 0) throw new Error(`n8n would refuse this package:\n  ${faults.join('\n  ')}`);

  function copy(file) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    cpSync(join(folder, file), join(dist, file));
  }
}

/** Entries that the manifest names and the build did not make. */
function missingEntries(folder) {
  const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [...n8n.nodes, ...n8n.credentials]
    .filter((file) => !existsSync(join(folder, file)))
    .map((file) => `${file}: named in package.json, and not built`);
}

/** The licence texts of what is bundled. */
function licences(folder, { inputs }) {
  const homes = Object.keys(inputs)
    .map((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
    .filter((home, index, all) => home !== undefined && all.indexOf(home) === index);
  return homes
    .map((relative) => {
      const home = resolve(folder, relative);
      const { name, version, homepage } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
      const [file] = globSync('LICEN[CS]E*', { cwd: home });
      if (!file) throw new Error(`${name} brings no licence text: what holds its code may not be shipped.`);
      return `${name} ${version} (${homepage})\n\n${readFileSync(join(home, file), 'utf8').trim()}\n`;
    })
    .join('\n\n');
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  await buildNode(process.cwd()).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
