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

/**
 * Text out of base64 of UTF-8, without a byte order mark. What is no UTF-8 is read as Shift_JIS, the other encoding of
 * Japanese tables (specification, Q13).
 * @throws Error when it is no base64
 */
export function fromBase64(encoded: string): string {
  const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
