import type { ResponseHeaders } from '@modelferry/http';

/** The name of a downloaded file: as its server says (RFC 6266), else the end of the URL's path. Free of separators. */
export function nameFromAnswer(headers: ResponseHeaders, url: string): string {
  const said = saidName(headers['content-disposition'] ?? '');
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return baseName(said) ?? baseName(decoded(path)) ?? 'download';
}

function saidName(disposition: string): string {
  const extended = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  if (extended !== undefined) return decoded(extended);
  const quoted = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1];
  if (quoted !== undefined) return quoted.replace(/\\(.)/g, '$1');
  return /filename\s*=\s*([^;\s]+)/i.exec(disposition)?.[1] ?? '';
}

const baseName = (text: string): string | undefined =>
  text
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, '')
    .trim() || undefined;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
