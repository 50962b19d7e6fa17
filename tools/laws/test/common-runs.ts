import type { CodeLine } from './code-lines.ts';

/** A file of a project, and what it says. */
export interface CodeFile {
  readonly project: string;
  readonly path: string;
  readonly lines: readonly CodeLine[];
}

/** How many lines in a row must be the same to count as a copy. */
export const copyLines = 6;

const placeOf = ({ path, lines }: CodeFile, at: number): string =>
  `${path}:${lines[at]!.number}-${lines[at + copyLines - 1]!.number}`;

/** Runs of lines that stand in more than one project: the files, and where the first run begins that two of them share. */
export function commonRuns(files: readonly CodeFile[]): readonly string[] {
  const seen = new Map<string, { readonly file: CodeFile; readonly at: number }[]>();
  for (const file of files)
    for (let at = 0; at + copyLines <= file.lines.length; at++) {
      const run = file.lines
        .slice(at, at + copyLines)
        .map(({ text }) => text)
        .join('\n');
      const places = seen.get(run);
      if (places) places.push({ file, at });
      else seen.set(run, [{ file, at }]);
    }
  const found = new Map<string, string>();
  for (const [first, ...others] of seen.values())
    for (const other of others)
      if (first && other.file.project !== first.file.project) {
        const pair = `${first.file.path} ${other.file.path}`;
        if (!found.has(pair))
          found.set(pair, `${placeOf(first.file, first.at)} ~ ${placeOf(other.file, other.at)}`);
      }
  return [...found.values()];
}
