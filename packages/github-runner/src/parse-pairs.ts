/** What a file of `name=value` and heredoc entries says, up to its first fault. */
export interface Pairs {
  /** In the order of the file; the last of a name wins. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly fault?: string;
}

/** Reads the text of GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE. Lines end at `\n` only; a `\r` belongs to the value. */
export function parsePairs(text: string): Pairs {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    if (heredoc < 0) return { pairs, fault: `Invalid format '${line}'` };
    const name = line.slice(0, heredoc);
    const delimiter = line.slice(heredoc + 2);
    if (name === '' || delimiter === '') {
      return { pairs, fault: `Invalid format '${line}'. Neither the name nor the delimiter may be empty` };
    }
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) return { pairs, fault: `Invalid value. Matching delimiter not found '${delimiter}'` };
    pairs.push([name, lines.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return { pairs };
}
