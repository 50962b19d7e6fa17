import { transform, type Plugin } from 'esbuild';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { directImports } from './direct-imports.ts';
import { basename, dirname, join, relative, sep } from 'node:path';

/** The files that declare a vendor's operations, one each, and what they share. Without a lookahead: the bundler has none. */
const belowOperations = /[\\/]packages[\\/][^\\/]+[\\/]src[\\/]operations[\\/]([^\\/]+[\\/])?[^\\/]+\.ts$/;
const isOperation = (path: string): boolean =>
  belowOperations.test(path) && basename(dirname(path)) !== 'shared';
/** A declaration as it is formatted everywhere. */
const anyDeclaration = /^export const (?<name>\w+) = defineOperation\(\{\n(?<words>[\s\S]*?)^\}\);\n/m;
/** That of a step: `run` comes last. */
const declaration =
  /^export const (?<name>\w+) = defineOperation\(\{\n(?<words>[\s\S]*?)^ {2}async run\((?<inputs>.*)\) \{\n(?<body>[\s\S]*?)^ {2}\},\n\}\);\n/m;

/** A step of CI says so; of another operation, nothing can ever be asked here. */
const isStep = (words: string): boolean => /^ {2}ciStep: '/m.test(words);
/** What a catalog lists an operation by. */
const listed = /^ {2}(?:resource|name): .*\n/gm;

/** The files of what an editor asks to fill a list. */
const aLookup = /[\\/]packages[\\/][^\\/]+[\\/]src[\\/]lookups[\\/][^\\/]+\.ts$/;
const lookup = /^export const (\w+): (?:Column)?Lookup</gm;

/** A value that a call makes ahead of the declaration, as the inputs are where they have rules across them. */
const madeAhead = /^const (?<name>\w+) = (?<call>[\w.]+\((?:.*\)|.*\n[\s\S]*?^\S*\)));$/gm;

/**
 * Loads what operations do only when one runs. Their declarations are all it takes to check inputs; with everything that is
 * called in them, a step with a wrong input would take a third longer to say so. Each folder's runs are one chunk. Of an
 * operation that is no step of CI, only its name is left; of a lookup, that it is there.
 * @param root of the repository
 */
export const lateRuns = (root: string): Plugin => ({
  name: 'late-runs',
  setup({ onResolve, onLoad }) {
    const direct = directImports(root);
    onResolve({ filter: /^runs?-of:/ }, ({ path }) => {
      const at = path.indexOf(':');
      // A path below the root: it shows in the bundle
      return { namespace: path.slice(0, at), path: path.slice(at + 1), sideEffects: false };
    });
    onLoad({ filter: aLookup, namespace: 'file' }, async ({ path }) => {
      const names = [...(await readFile(path, 'utf8')).matchAll(lookup)].map(([, name]) => name);
      return { contents: names.map((name) => `export const ${name} = true;\n`).join('') };
    });
    onLoad(
      { filter: /[\\/](packages|apps)[\\/][^\\/]+[\\/]src[\\/].*\.ts$/, namespace: 'file' },
      async ({ path }) =>
        isOperation(path)
          ? undefined
          : { contents: await withoutTypes(direct(await readFile(path, 'utf8'))) },
    );
    onLoad({ filter: belowOperations, namespace: 'file' }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const { name, words } = partsOf(path, text, anyDeclaration);
      if (!isStep(words)) {
        const left = (words.match(listed) ?? []).join('');
        return { contents: `export const ${name} = {\n${left}  inputFields: [],\n};\n` };
      }
      const run = `async (...given) => (await import('runs-of:${below(root, dirname(path))}')).${name}(...given)`;
      const late = `export const ${name} = defineOperation({\n${partsOf(path, text, declaration).words}  run: ${run},\n});\n`;
      return { contents: await withoutTypes(direct(text.replace(declaration, () => late))) };
    });
    onLoad({ filter: /.*/, namespace: 'runs-of' }, async ({ path: folder }) => {
      const files = globSync('*.ts', { cwd: join(root, folder) }).sort();
      const lines = files.map(async (file) => {
        const path = join(root, folder, file);
        const { name, words } = partsOf(path, await readFile(path, 'utf8'), anyDeclaration);
        return isStep(words) ? `export { run as ${name} } from 'run-of:${folder}/${file}';\n` : '';
      });
      return { contents: (await Promise.all(lines)).join(''), loader: 'ts' };
    });
    onLoad({ filter: /.*/, namespace: 'run-of' }, async ({ path }) => {
      const text = await readFile(join(root, path), 'utf8');
      const { inputs, body } = partsOf(path, text, declaration);
      const run = `export async function run(${inputs}) {\n${body}}\n`;
      // What only the declaration needs stays with it, instead of being made twice
      const contents = text
        .replace(declaration, () => run)
        .replace(madeAhead, 'const $<name> = /* @__PURE__ */ (() => $<call>)();');
      return { contents: await withoutTypes(direct(contents)), resolveDir: join(root, dirname(path)) };
    });
  },
});

/** Also without the imports that nothing uses any longer, which would be loaded all the same. */
async function withoutTypes(text: string): Promise<string> {
  const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: false } };
  return (await transform(text, { loader: 'ts', target: 'node24', tsconfigRaw })).code;
}

const below = (root: string, path: string): string => relative(root, path).split(sep).join('/');

/** @throws Error for a file that is not as each of its kind is */
function partsOf(path: string, text: string, form: RegExp) {
  const parts = form.exec(text)?.groups;
  if (!parts) {
    throw new Error(
      `${basename(path)} does not end its declaration with "async run(...)", so it cannot be run late.`,
    );
  }
  const { name = '', words = '', inputs = '', body = '' } = parts;
  return { name, words, inputs, body };
}
