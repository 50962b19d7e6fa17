/** What stands between two fields. */
export type Delimiter = ',' | '\t' | ';' | '|';

/** The delimiters that are looked for, the likelier first. */
export const delimiters: readonly Delimiter[] = [',', '\t', ';', '|'];

/**
 * Finds the delimiter from a table's first line: the one that is there most often outside of quotes. A file of one
 * column has none, and gets the one its name's extension stands for.
 */
export function detectDelimiter(beginning: string, fileName = ''): Delimiter {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const char of beginning) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const usual: Delimiter = /\.(tsv|tab)$/i.test(fileName) ? '\t' : ',';
  return delimiters.reduce(
    (best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best),
    usual,
  );
}
