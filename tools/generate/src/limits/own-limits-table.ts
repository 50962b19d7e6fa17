import { formatDuration } from '@modelferry/operation';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { markdownTable } from '../markdown-table.ts';
import { constantOf } from './constant-of.ts';
import { ownLimits, type OwnLimit } from './own-limits.ts';

/** Every bound of ours with its figure, as the code has it. */
export const ownLimitsTables = (root: string): string =>
  Object.entries(ownLimits)
    .map(([heading, limits]) => `### ${heading}\n\n${table(root, limits)}`)
    .join('\n\n');

const table = (root: string, limits: readonly OwnLimit[]): string =>
  markdownTable([
    ['What', 'Limit', 'Source'],
    ...limits.map(({ what, path, name }) => [
      what,
      figureText(name, constantOf(path, readFileSync(join(root, path), 'utf8'), name)),
      `[\`${basename(path)}\`](../${path})`,
    ]),
  ]);

const units = [
  ['GiB', 1024 ** 3],
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
] as const;

/** A figure in the unit that its name ends with. */
export function figureText(name: string, figure: number): string {
  if (name.endsWith('Ms')) return formatDuration(figure);
  if (!/bytes$/i.test(name)) return figure.toLocaleString('en-US');
  const [unit, size] = units.find(([, one]) => figure >= one && figure % one === 0) ?? ['bytes', 1];
  return `${(figure / size).toLocaleString('en-US')} ${unit}`;
}
