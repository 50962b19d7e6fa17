// node .github/release/package-of-tag.mjs prediction-one@0.1.0
// Prints what is to be published under this tag as name=value lines; fails when package and tag do not fit.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const [tag = ''] = process.argv.slice(2);
const [project, version] = tag.split('@');

const published = globSync('packages/*/package.json', { cwd: root })
  .map((file) => ({
    project: basename(dirname(file)),
    ...JSON.parse(readFileSync(join(root, file), 'utf8')),
  }))
  .filter((manifest) => manifest.private !== true);
const manifest = published.find((one) => one.project === project);

if (manifest === undefined) {
  const names = published.map((one) => one.project).sort();
  fail(
    `No package is published as "${project}". A tag is <package>@<version>, and the packages are: ${names.join(', ')}.`,
  );
} else if (manifest.version !== version) {
  fail(
    `packages/${project} is at ${manifest.version}, the tag says ${version}: tag the commit that has this version.`,
  );
} else {
  console.log(`project=${project}\nfolder=packages/${project}\nname=${manifest.name}\nversion=${version}`);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
