/** Bytes turned into characters at a time: a call takes only so many arguments. */
const step = 8_192;

/** Text as base64 of its UTF-8 bytes: standard alphabet, padded. */
export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += step) {
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return btoa(binary);
}

/** Text out of base64 of UTF-8; a byte order mark is dropped. @throws Error when it is no base64 */
export function fromBase64(encoded: string): string {
  const binary = atob(encoded);
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}
