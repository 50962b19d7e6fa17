// The licence texts of what a bundle carries. Shared by whatever builds bundles.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * @param folder that the metafile's paths start from
 * @param metafile of esbuild
 * @throws Error naming a package that brings no licence text
 */
export function thirdPartyLicences(folder, { outputs }) {
  const bundled = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const homes = bundled.map((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  const texts = [...new Set(homes)]
    .filter((home) => home !== undefined)
    .map((home) => textOf(resolve(folder, home)));
  return [...new Set(texts)].sort().join('\n\n');
}

function textOf(home) {
  const { name, version, homepage } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const [file] = readdirSync(home)
    .filter((one) => /^licen[cs]e/i.test(one))
    .sort();
  if (!file) throw new Error(`${name} brings no licence text: what holds its code may not be shipped.`);
  const source = homepage ?? `https://www.npmjs.com/package/${name}`;
  return `${name} ${version} (${source})\n\n${readFileSync(join(home, file), 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
}
