import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An import of several names from one of our packages. */
const packageImport = /^import (?!type\b)\{(?<names>[^}]*)\} from '@modelferry\/(?<name>[\w-]+)';$/gm;
/** A line of an index, which only passes on what other files export. */
const passedOn = /^export (?!type\b)\{(?<names>[^}]*)\} from '\.\/(?<file>[^']+)';$/gm;

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));

/**
 * Takes what a source imports from our packages from the very files that define it. By way of an index, the bundler counts
 * all that the index names as needed wherever one name of it is, and a part that is loaded first would bring along the rest.
 * @param root of the repository
 */
export function directImports(root: string): (text: string) => string {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const filesOf = (name: string) => {
    const files = known.get(name) ?? filesByExport(join(root, 'packages', name, 'src'));
    known.set(name, files);
    return files;
  };
  return (text) =>
    text.replace(packageImport, (_, names: string, name: string) =>
      namesIn(names)
        .map((imported) => {
          const [exported = ''] = imported.split(' as ');
          const file = filesOf(name).get(exported);
          return `import { ${imported} } from ${JSON.stringify(file ?? `@modelferry/${name}`)};`;
        })
        .join(' '),
    );
}

function filesByExport(folder: string): ReadonlyMap<string, string> {
  const index = readFileSync(join(folder, 'index.ts'), 'utf8');
  return new Map(
    [...index.matchAll(passedOn)].flatMap(({ groups }) =>
      namesIn(groups?.['names'] ?? '').map((name) => [name, join(folder, groups?.['file'] ?? '')] as const),
    ),
  );
}
