import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './lint-planted.ts';

const indexes = globSync('packages/*/src/index.ts', { cwd: root }).filter(
  (path) =>
    !(JSON.parse(readFileSync(join(root, path, '../../package.json'), 'utf8')) as { private?: boolean })
      .private,
);

const reexports = /export (?:type )?\{([^}]*)\} from '(\.\/[^']+)'/g;

/** Names that an index makes public, each with the code that declares it. */
const publicNames = indexes.flatMap((index) =>
  [...readFileSync(join(root, index), 'utf8').matchAll(reexports)].flatMap(([, names = '', file = '']) => {
    const path = join(dirname(index), file);
    const code = readFileSync(join(root, path), 'utf8');
    return names.split(',').flatMap((name) => {
      const bare = name.trim().replace(/^type /, '');
      return bare ? [{ path, name: bare, code }] : [];
    });
  }),
);

/** An operation says what it does in its `summary`, which people see; everything else says it in a comment. */
const isDocumented = ({ name, code }: { readonly name: string; readonly code: string }): boolean =>
  new RegExp(`^export const ${name} = defineOperation\\(`, 'm').test(code) ||
  new RegExp(
    `\\*/\\nexport (?:async )?(?:abstract )?(?:const|function\\*?|class|interface|type) ${name}\\b`,
  ).test(code);

test('everything that is public says what it is', () => {
  expect(publicNames.length).toBeGreaterThan(200);
  expect(publicNames.filter((one) => !isDocumented(one)).map(({ path, name }) => `${path}: ${name}`)).toEqual(
    [],
  );
});

test('a public name without a word is found', () => {
  expect(isDocumented({ name: 'Bare', code: '// not a doc comment\nexport interface Bare {}\n' })).toBe(
    false,
  );
  expect(isDocumented({ name: 'said', code: '/** What it is. */\nexport const said = 1;\n' })).toBe(true);
});
