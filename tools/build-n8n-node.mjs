// Builds the n8n node package it is started in: one readable bundle per entry, and the files that go beside it.
// node ../../tools/build-n8n-node.mjs [folder to build into, `dist` by default]
import { build } from 'esbuild';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { forbiddenIn, strangersIn } from './guard-n8n-bundle.mjs';
import { thirdPartyLicences } from './third-party-licences.mjs';

/** Resolved by n8n and by Node.js at run time; everything else lies in the bundle. */
const external = ['n8n-workflow', 'node:crypto'];

/** The only code of others that we carry: it is pure, so n8n's scanner accepts it in a bundle. */
const bundled = ['valibot'];

/**
 * Looks at everything before it writes anything: what n8n would refuse never stands in the output folder.
 * @param folder a package with `nodes/`, `credentials/` and an `n8n` object in its manifest
 * @throws Error naming everything that n8n would refuse
 */
async function buildNode(folder, dist) {
  const entries = globSync('{nodes,credentials}/**/*.{node,credentials}.ts', { cwd: folder }).sort();
  const { metafile, outputFiles } = await build({
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
    write: false,
    logLevel: 'warning',
  });
  const bundles = outputFiles.map(({ path, text }) => ({
    file: relative(folder, path).split(sep).join('/'),
    text,
  }));
  const faults = [
    ...strangersIn(metafile, { external, bundled }),
    ...bundles.flatMap(({ file, text }) => forbiddenIn(text).map((what) => `${file}: ${what}`)),
    ...unbuilt(folder, bundles),
  ];
  if (faults.length > 0) throw new Error(`n8n would refuse this package:\n  ${faults.join('\n  ')}`);

  const beside = ['{nodes,credentials,icons}/**/*.{svg,node.json}', 'nodes/**/__schema__/**/*.json'];
  const files = [
    ...bundles.map(({ file, text }) => ({ path: relative('dist', file), text })),
    ...globSync(beside, { cwd: folder }).map((path) => ({
      path,
      text: readFileSync(join(folder, path), 'utf8'),
    })),
    { path: 'THIRD-PARTY-LICENSES.txt', text: thirdPartyLicences(folder, metafile) },
  ];
  rmSync(dist, { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
}

/** Entries that the manifest names and the build did not make. */
function unbuilt(folder, bundles) {
  const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [...n8n.nodes, ...n8n.credentials]
    .filter((entry) => !bundles.some(({ file }) => file === entry))
    .map((entry) => `${entry}: named in package.json, and not built`);
}

await buildNode(process.cwd(), resolve(process.argv[2] ?? 'dist')).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
