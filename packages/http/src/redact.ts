/** Takes secrets out of a text. */
export type Redactor = (text: string) => string;

const mask = '***';

/** Longest text of a vendor that is repeated in an error, in characters. Source: prediction-one 4.2, "the first 500". */
export const maxVendorText = 500;

const urlWithQuery = /\b(https?:\/\/[^\s"'<>?#]+)\?[^\s"'<>]*/gi;
const userInfo = /\b(https?:\/\/)[^\s"'<>/@]+@/gi;

/** Hides the query string and user info of every URL in a text: a presigned URL's signature stands there. */
export function redactUrls(text: string): string {
  return text.replace(urlWithQuery, `$1?${mask}`).replace(userInfo, `$1${mask}@`);
}

/** Hides every one of the secrets, longest first, so that one that contains another leaves no rest. */
export function redactSecrets(text: string, secrets: Iterable<string>): string {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, secret) => rest.split(secret).join(mask), text);
}

/** Makes text from outside fit to be shown: redacted, on one line, bounded. */
export function quoteVendorText(text: string, redact: Redactor, maxLength = maxVendorText): string {
  // Redacted before it is cut, so that no secret is cut in half and left standing
  const flat = redact(redactUrls(text))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return flat.length <= maxLength ? flat : `${flat.slice(0, maxLength)}...`;
}
