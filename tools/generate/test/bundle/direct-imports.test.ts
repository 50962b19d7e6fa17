import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directImports } from '../../src/bundle/direct-imports.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'modelferry-direct-'));
  mkdirSync(join(root, 'packages/tools/src'), { recursive: true });
  const index =
    "export { hammer, type Nail } from './hammer.ts';\nexport {\n  saw,\n} from './cutting/saw.ts';\n";
  writeFileSync(join(root, 'packages/tools/src/index.ts'), index);
});
afterAll(() => rmSync(root, { recursive: true }));

test('names are taken from the files that define them', () => {
  const direct = directImports(root)(
    "import { hammer, saw as blade, type Nail } from '@modelferry/tools';\n",
  );
  expect(direct).toContain(`import { hammer } from "${join(root, 'packages/tools/src/hammer.ts')}";`);
  expect(direct).toContain(
    `import { saw as blade } from "${join(root, 'packages/tools/src/cutting/saw.ts')}";`,
  );
  expect(direct).not.toContain('Nail');
});

test('what no index passes on, and imports of others, stay', () => {
  expect(directImports(root)("import { drill } from '@modelferry/tools';\n")).toContain(
    "'@modelferry/tools'".replaceAll("'", '"'),
  );
  const other = "import { join } from 'node:path';\nimport type { Nail } from '@modelferry/tools';\n";
  expect(directImports(root)(other)).toBe(other);
});
