import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintPlanted, root } from './lint-planted.ts';

const purePackages = [
  'http',
  'auth',
  'upload',
  'polling',
  'operation',
  'prediction-one',
  'datarobot',
  'abeja',
  'n8n-host',
];

describe.each(purePackages)('%s stays pure', (name) => {
  test('its sources know no types of Node.js', () => {
    const config = JSON.parse(readFileSync(join(root, `packages/${name}/src/tsconfig.json`), 'utf8')) as {
      compilerOptions: { types?: string[] };
    };
    expect(config.compilerOptions.types).toEqual([]);
  });

  test('timers, the environment, the disk, the console and the wall clock are refused', () => {
    const planted = [
      "import { readFileSync } from 'node:fs';",
      'setTimeout(() => undefined, 1);',
      'console.log(process.env, globalThis, readFileSync);',
      'void fetch(String(Date.now()));',
      'AbortSignal.timeout(5);',
      "eval('1');",
    ].join('\n');
    const rules = lintPlanted(`packages/${name}/src/planted.ts`, planted).map(
      ({ rule, message }) => `${rule}: ${message}`,
    );
    for (const expected of [
      /no-restricted-imports: 'node:fs'/,
      /no-restricted-globals: .*'setTimeout'/,
      /no-console/,
      /no-restricted-globals: .*'process'/,
      /no-restricted-globals: .*'globalThis'/,
      /no-restricted-globals: .*'fetch'/,
      /no-restricted-properties: 'Date.now'/,
      /no-restricted-properties: 'AbortSignal.timeout'/,
      /no-eval/,
    ]) {
      expect(rules).toContainEqual(expect.stringMatching(expected));
    }
  });
});
