/**
 * The shapes in which the runner masks a value besides its own: base64 of its bytes from the first, second and third on,
 * and the usual escapes. No more than these: a test must see what the real log would show.
 */
export function maskForms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const forms = [
    value,
    ...[0, 1, 2].map((offset) => bytes.subarray(offset).toString('base64')),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    JSON.stringify(value).slice(1, -1),
    encodeUri(value),
    escapeXml(value),
    withoutQuotes(value),
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}

function encodeUri(text: string): string {
  if (!text.isWellFormed()) return text;
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const escapeXml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

const withoutQuotes = (text: string) =>
  text.length > 8 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
