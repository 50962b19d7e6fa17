/**
 * An entry of the files by which outputs and state reach the runner. A value may have lines, so its end is marked by a word
 * that does not occur in it.
 */
export function fileEntry(name: string, value: string): string {
  let end = 'FERRY_END';
  while (value.includes(end)) end += '_';
  return `${name}<<${end}\n${value}\n${end}\n`;
}
