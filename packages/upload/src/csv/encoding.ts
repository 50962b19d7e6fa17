/** What the bytes of a table look like. Only for reading column names: bytes are always sent as they are. */
export type TableEncoding = 'utf-8' | 'shift_jis' | 'windows-1252';

/**
 * Guesses the encoding of a text from its beginning: UTF-8 where it is valid, else Shift_JIS where that is valid, else
 * the one that is always valid.
 * @param whole whether it is the whole text; else its last character may be cut off
 */
export function guessEncoding(beginning: Uint8Array, whole: boolean): TableEncoding {
  const fits = (encoding: TableEncoding) => decodes(beginning, encoding, whole);
  return (['utf-8', 'shift_jis'] as const).find(fits) ?? 'windows-1252';
}

function decodes(bytes: Uint8Array, encoding: TableEncoding, whole: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** Whether a text begins with the mark of UTF-16 or UTF-32, in which a byte says nothing by itself. */
export const hasWideBom = ([a, b]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);

/** Length of a UTF-8 byte order mark at the beginning, in bytes: 3 or 0. */
export const utf8BomBytes = ([a, b, c]: Uint8Array): number =>
  a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
