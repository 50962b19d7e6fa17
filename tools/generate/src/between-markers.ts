/**
 * A file's text with the part between two markers made anew. What people wrote around them stays.
 * @param name of the part, as its markers have it: `<!-- name: made by npm run generate -->` and `<!-- /name -->`
 * @throws Error when the markers are missing
 */
export function betweenMarkers(path: string, current: string, name: string, content: string): string {
  const start = `<!-- ${name}: made by npm run generate -->`;
  const end = `<!-- /${name} -->`;
  const from = current.indexOf(start);
  const to = current.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${path} needs the markers "${start}" and "${end}".`);
  const inner = content === '' ? '' : `\n\n${content}`;
  return `${current.slice(0, from + start.length)}${inner}\n\n${current.slice(to)}`;
}
