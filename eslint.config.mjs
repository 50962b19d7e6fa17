import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import * as jsonc from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** The floors of the house: what stands on each may import only what is named here (docs/adr/0001-floors.md). */
const below = {
  ground: [],
  core: ['ground'],
  operation: ['core', 'ground'],
  vendor: ['operation', 'core', 'ground'],
  host: ['operation', 'core', 'ground'],
  shipped: ['host', 'vendor', 'operation', 'core', 'ground'],
  sandbox: [],
  runner: [],
  playground: ['runner', 'sandbox'],
  e2e: ['playground', 'sandbox'],
  testkit: ['testkit', 'operation', 'core', 'ground'],
  tool: ['shipped', 'runner', 'host', 'vendor', 'operation', 'core', 'ground', 'sandbox', 'testkit'],
};

const depConstraints = Object.entries(below).map(([floor, allowed]) => ({
  sourceTag: `floor:${floor}`,
  onlyDependOnLibsWithTags: allowed.map((name) => `floor:${name}`),
}));

const boundaries = (constraints) => [
  'error',
  {
    allow: ['^.*/eslint\\.config\\.mjs$', '^.*/jest\\.preset\\.js$', '^.*/third-party-licences\\.mjs$'],
    depConstraints: constraints,
    // The test kit is built on the core and on operations, and their own tests use it: a circle of tests, never of sources
    ignoredCircularDependencies: ['http', 'auth', 'upload', 'polling', 'operation'].map((name) => [
      'testkit',
      name,
    ]),
  },
];

export default defineConfig(
  {
    ignores: [
      '**/dist',
      '**/out-tsc',
      '**/coverage',
      '**/node_modules',
      '**/.nx',
      '**/.cache',
      '**/.results',
    ],
  },
  { plugins: { '@nx': nx } },
  {
    files: ['**/*.{ts,js,mjs,cjs}'],
    extends: [tseslint.configs.recommended, tseslint.configs.stylistic],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(depConstraints),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/test/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock', 'unstable_mockModule'].map((property) => ({
          object: 'jest',
          property,
          message: 'The vendors are the sandbox, the hosts are the real hosts.',
        })),
      ],
      // Tests may use the test kit and, for scenarios, the sandbox
      '@nx/enforce-module-boundaries': boundaries(
        depConstraints.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
          sourceTag,
          onlyDependOnLibsWithTags: [
            ...onlyDependOnLibsWithTags,
            'floor:testkit',
            'floor:sandbox',
            'floor:runner',
            'floor:host',
          ],
        })),
      ),
      'max-lines': 'off',
    },
  },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['**/src/generated/**'], rules: { 'max-lines': 'off' } },
);

/**
 * The law of the pure packages: the language, web-standard globals, and nothing that reads the environment,
 * the disk or a timer. The names are those n8n's scanner forbids in a node's shipped files, and the timers' kin.
 */
export const pure = {
  files: ['src/**/*.ts'],
  rules: {
    'no-console': 'error',
    'no-restricted-globals': [
      'error',
      ...['clearInterval', 'clearTimeout', 'global', 'globalThis', 'process', 'setInterval', 'setTimeout'],
      ...[
        'setImmediate',
        'clearImmediate',
        '__dirname',
        '__filename',
        'require',
        'fetch',
        'Buffer',
        'window',
      ],
      ...['self', 'document', 'navigator', 'location', 'localStorage', 'performance', 'XMLHttpRequest'],
    ],
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: '^node:', message: 'A pure package receives this through a port.' }] },
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Read the time from the Clock port.' },
      { object: 'AbortSignal', property: 'timeout', message: 'Wait through the Clock port.' },
    ],
    'no-eval': 'error',
    'no-new-func': 'error',
  },
};

/** npm hoists every dependency, so an import that package.json does not declare works here and fails elsewhere. */
export const declaredDependencies = {
  files: ['package.json'],
  languageOptions: { parser: jsonc },
  rules: {
    '@nx/dependency-checks': [
      'error',
      {
        buildTargets: ['lint'], // the rule is silent on a project that has none of these targets
        ignoredFiles: ['{projectRoot}/*.config.{js,mjs,cjs}', '{projectRoot}/{test,wasm}/**/*'],
      },
    ],
  },
};
