import type { Redactor } from '@modelferry/http';

/** Lines to be copied as they stand: as code, which nothing in them can end. */
export function snippetBlock(snippet: string | undefined, redact: Redactor): readonly string[] {
  if (snippet === undefined) return [];
  const lines = redact(snippet).split('\n');
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const longest = Math.max(2, ...runs.map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}yaml`, ...lines, fence];
}
