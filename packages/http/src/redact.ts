/** Takes secrets out of a text. */
export type Redactor = (text: string) => string;

const mask = '***';

/** Longest text of a vendor that is repeated in an error, in characters. */
export const maxVendorText = 500;

// A `'` may stand in a URL. Some JSON writes a slash as `\/`. Taken to its end, so that no character is looked at twice
const url = /https?:\\?\/\\?\/[^\s"<>]+/gi;
const userInfo = /(https?:\\?\/\\?\/)[^\s"<>/?#\\]+@/gi;

/** Hides the query string and user info of every URL in a text: a presigned URL's signature stands there. */
export function redactUrls(text: string): string {
  return text.replace(url, hideQuery).replace(userInfo, `$1${mask}@`);
}

function hideQuery(found: string): string {
  const query = found.indexOf('?');
  return query < 0 ? found : `${found.slice(0, query)}?${mask}`;
}

/** Hides every one of the secrets, wherever it stands, also where one overlaps or contains another. */
export function redactSecrets(text: string, secrets: Iterable<string>): string {
  const hideable = [...secrets].filter((secret) => secret !== '' && !mask.includes(secret));
  let rest = text;
  // What is left beside a mask may, with the mask, spell another secret
  for (;;) {
    const hidden = hideSpans(rest, hideable);
    if (hidden === rest) return rest;
    rest = hidden;
  }
}

function hideSpans(text: string, secrets: readonly string[]): string {
  const spans = secrets
    .flatMap((secret) => occurrences(text, secret).map((start) => ({ start, end: start + secret.length })))
    .sort((a, b) => a.start - b.start);
  let hidden = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start >= at) hidden += text.slice(at, start) + mask;
    at = Math.max(at, end);
  }
  return hidden + text.slice(at);
}

function occurrences(text: string, secret: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) found.push(at);
  return found;
}

/**
 * Makes text from outside fit to be shown: redacted, on one line, bounded.
 * @param redact takes out what else is secret there than the queries of URLs, which always go
 * @param maxLength in characters. @default {@link maxVendorText}
 */
export function quoteVendorText(
  text: string,
  redact: Redactor = (same) => same,
  maxLength = maxVendorText,
): string {
  // Redacted before it is cut, so that no secret is cut in half and left standing
  const flat = redact(redactUrls(text))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return flat.length <= maxLength ? flat : `${flat.slice(0, maxLength)}...`;
}
