// What may not lie in a bundle for n8n: modules of others, requires that n8n does not have, names its scanner forbids.
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { Linter } from 'eslint';

/**
 * @param metafile of esbuild
 * @param allowed which packages may be left outside and which may lie inside
 * @returns one line for each module that may not
 */
export function strangersIn(metafile, { external, bundled }) {
  const inside = Object.keys(metafile.inputs)
    .map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
    .filter((name) => name !== undefined && !bundled.includes(name));
  const outside = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports.filter((one) => one.external).map(({ path }) => path))
    .filter((name) => !external.includes(name));
  return [
    ...[...new Set(inside)].map((name) => `${name}: code of others in the bundle`),
    ...[...new Set(outside)].map((name) => `${name}: left outside the bundle, where n8n does not have it`),
  ];
}

/** A module whose name is computed, or `require` under another name: the scanner does not see it, and we do not do it. */
const computedLoads = [
  'ImportExpression[source.type!="Literal"]',
  'CallExpression[callee.name="require"][arguments.0.type!="Literal"]',
  ':not(CallExpression[callee.name="require"], MemberExpression, Property) > Identifier[name="require"]',
].map((selector) => ({ selector, message: 'Only a literal name says which module it is.' }));

const scannerRules = {
  plugins: { n8n: n8nCommunityNodesPlugin },
  linterOptions: { noInlineConfig: true },
  languageOptions: { sourceType: 'commonjs', ecmaVersion: 2024 },
  rules: {
    'n8n/no-restricted-globals': 'error',
    'n8n/no-restricted-imports': 'error',
    'n8n/no-dangerous-functions': 'error',
    'no-console': 'error',
    'no-restricted-syntax': ['error', ...computedLoads],
  },
};

/** @returns one line for each thing in a shipped file that n8n's scanner forbids, or would not see */
export const forbiddenIn = (source) =>
  new Linter().verify(source, [scannerRules]).map(({ line, message }) => `line ${line}: ${message}`);
