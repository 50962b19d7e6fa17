/** The simplest machine that tells where records end, byte by byte: what the fast one is held against. */
export function recordEnds(
  bytes: Uint8Array,
  delimiter: string,
  from = 0,
): { ends: number[]; open: boolean } {
  const separators = [delimiter, '\n', '\r'].map((char) => char.charCodeAt(0));
  const ends: number[] = [];
  let state: 'field start' | 'plain' | 'quoted' | 'after quote' = 'field start';
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const isQuote = byte === 0x22;
    if (state === 'quoted') state = isQuote ? 'after quote' : 'quoted';
    else if (isQuote) state = state === 'plain' ? 'plain' : 'quoted';
    else state = separators.includes(byte) ? 'field start' : 'plain';
    if (byte === 0x0a && state !== 'quoted') ends.push(at + 1);
  }
  return { ends, open: state === 'quoted' };
}
