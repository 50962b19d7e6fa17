import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const examplesFolder = 'examples/github-actions';

/** A workflow file that readers may take as it stands. */
interface Recipe {
  readonly title: string;
  readonly text: string;
  readonly file: string;
  readonly workflow: string;
}

/** The recipes of the examples' folder, by the names of their files. */
export const recipes = (root: string): string =>
  globSync(`${examplesFolder}/*.yml`, { cwd: root })
    .sort()
    .map((file) => section(readRecipe(basename(file), readFileSync(join(root, file), 'utf8'))))
    .join('\n\n');

/**
 * Its first comment lines are the title and, below it, what there is to say.
 * @throws Error when there are none
 */
export function readRecipe(file: string, source: string): Recipe {
  const lines = source.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const [title, ...text] = lines.slice(0, end).map((line) => line.replace(/^# ?/, ''));
  if (!title)
    throw new Error(`${examplesFolder}/${file} must start with a comment: its title, then its text.`);
  return { title, text: text.join('\n').trim(), file, workflow: lines.slice(end).join('\n').trim() };
}

const section = ({ title, text, file, workflow }: Recipe): string =>
  [
    `### ${title}`,
    ...(text === '' ? [] : [text]),
    ['```yaml', `# .github/workflows/${file}`, workflow, '```'].join('\n'),
  ].join('\n\n');
