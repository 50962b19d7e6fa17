import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { markdownSources } from './markdown-sources.ts';
import type { Source } from './source.ts';

/** Folders whose content is not ours, or is made from what is. */
const passedOver = /^(node_modules|dist|out-tsc|\.(?!github$).+)$/;

/** Everything below a root that GitHub would read, or that a reader would copy to where GitHub reads it. */
export function repositorySources(root: string): readonly Source[] {
  const found = (pattern: string): readonly string[] =>
    globSync(pattern, { cwd: root, exclude: (name) => passedOver.test(name.split(sep).at(-1) ?? '') })
      .map((file) => file.split(sep).join('/'))
      .sort();
  const whole = (pattern: string, kind: Source['kind']): readonly Source[] =>
    found(pattern).map((file) => ({
      file,
      firstLine: 1,
      kind,
      text: readFileSync(join(root, file), 'utf8'),
    }));
  return [
    ...whole('.github/workflows/*.{yml,yaml}', 'workflow'),
    ...whole('examples/github-actions/*.{yml,yaml}', 'workflow'),
    ...whole('**/action.{yml,yaml}', 'action'),
    ...found('**/*.md').flatMap((file) => markdownSources(file, readFileSync(join(root, file), 'utf8'))),
  ];
}
