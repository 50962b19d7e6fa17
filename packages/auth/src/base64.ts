/** Base64 with padding (RFC 4648 4), where there is no `Buffer`. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
