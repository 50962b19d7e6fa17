import { readFileSync } from 'node:fs';
import { isMap, parse } from 'yaml';
import { ownFolder, ownManifest } from '../own-action.ts';
import type { RuleInput } from './rule.ts';

/** An output that is read from a step with one of our actions is one that the action has. GitHub would give ''. */
export function knownOutputs({ root, text, document, lines, steps }: RuleInput) {
  const jobs = document.get('jobs');
  if (!isMap(jobs)) return [];
  return jobs.items.flatMap(({ key, value }) => {
    if (!isMap(value)) return [];
    const [start = 0, end = 0] = value.range ?? [];
    return [...text.slice(start, end).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].flatMap(
      ({ index, 1: id = '', 2: output = '' }) => {
        const read = steps.find(({ jobId, map }) => jobId === String(key) && map.get('id') === id);
        const has = read?.uses === undefined ? undefined : outputsOf(root, read.uses);
        if (!has || has.includes(output)) return [];
        const message = `${read?.uses} has no output ${output}; it has ${has.join(', ') || 'none'}.`;
        return [{ line: lines.linePos(start + index).line, message }];
      },
    );
  });
}

function outputsOf(root: string, uses: string): readonly string[] | undefined {
  const folder = ownFolder(uses);
  const manifest = folder === undefined ? undefined : ownManifest(root, folder);
  if (manifest === undefined) return undefined;
  const { outputs = {} } = parse(readFileSync(manifest, 'utf8')) as { outputs?: Record<string, unknown> };
  return Object.keys(outputs);
}
