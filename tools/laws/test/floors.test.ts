import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintPlanted, root } from './lint-planted.ts';

const boundaries = '@nx/enforce-module-boundaries';

describe('imports point down the floors', () => {
  test.each([
    ['the ground knows nothing above it', 'packages/http/src/planted.ts', '@modelferry/polling'],
    ['the core knows no operation', 'packages/upload/src/planted.ts', '@modelferry/operation'],
    ['an operation knows no vendor', 'packages/operation/src/planted.ts', '@modelferry/prediction-one'],
    ['a vendor knows no host', 'packages/prediction-one/src/planted.ts', '@modelferry/node-host'],
    ['a host knows no vendor', 'packages/n8n-host/src/planted.ts', '@modelferry/prediction-one'],
    ['the sandbox shares no code with what it tests', 'apps/sandbox/src/planted.ts', '@modelferry/http'],
    ['shipped code never carries the test kit', 'packages/node-host/src/planted.ts', '@modelferry/testkit'],
  ])('%s', (_law, path, target) => {
    const findings = lintPlanted(path, `import * as upper from '${target}';\nexport const found = upper;\n`);
    expect(findings.map(({ rule }) => rule)).toContain(boundaries);
  });

  test('an import downwards is fine', () => {
    expect(
      lintPlanted(
        'packages/polling/src/planted.ts',
        "import { abortable } from '@modelferry/http';\nexport const found = abortable;\n",
      ),
    ).toEqual([]);
  });

  test('a relative path out of a package is refused', () => {
    const code =
      "import { abortable } from '../../http/src/abortable.ts';\nexport const found = abortable;\n";
    expect(lintPlanted('packages/polling/src/planted.ts', code).map(({ rule }) => rule)).toContain(
      boundaries,
    );
  });

  test('every project stands on exactly one floor', () => {
    for (const path of globSync('{packages,apps,tools}/*/package.json', { cwd: root })) {
      const { nx } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { nx?: { tags?: string[] } };
      expect([path, nx?.tags]).toEqual([path, [expect.stringMatching(/^floor:[a-z0-9]+$/)]]);
    }
  });
});
