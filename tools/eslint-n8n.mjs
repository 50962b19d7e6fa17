// The lint of an n8n node package: our own rules, and those by which n8n judges it, with nothing left to warn about.
// Used as `eslint --config ../../tools/eslint-n8n.mjs .`; the package's own eslint.config.mjs is n8n's, word for word.
import { fixupPluginRules } from '@eslint/compat';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import base from '../eslint.config.mjs';

const { plugins, rules: communityRules } = n8nCommunityNodesPlugin.configs.recommended;
const { community, credentials, nodes } = nodesBase.configs;

/** n8n lets some findings pass as warnings; here they end the run. */
const asErrors = (rules) => Object.fromEntries(Object.keys(rules).map((name) => [name, 'error']));

export default defineConfig(
  base,
  { ignores: ['eslint.config.mjs'] },
  {
    files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'],
    plugins: { ...plugins, 'n8n-nodes-base': fixupPluginRules(nodesBase) },
    linterOptions: { noInlineConfig: true },
    rules: { ...asErrors(communityRules), 'no-console': 'error' },
  },
  {
    files: ['nodes/**/*.ts'],
    rules: {
      ...nodes.rules,
      // The three that n8n's own tools switch off
      'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
      'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
      'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
    },
  },
  {
    files: ['credentials/**/*.ts'],
    rules: {
      ...credentials.rules,
      // As n8n's own tools: made for its own nodes, and replaced by the community plugin's
      'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
      'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
    },
  },
  {
    files: ['package.json'],
    // The rules on the manifest read it through the TypeScript parser
    languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
    rules: community.rules,
  },
  // A literal is as long as its catalog
  { files: ['nodes/*/properties.ts'], rules: { 'max-lines': 'off' } },
);
