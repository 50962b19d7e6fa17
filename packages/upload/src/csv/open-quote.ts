import { RecordScanner, type RecordFormat } from './record-scanner.ts';

/**
 * Where the quote stands that is still open at the end of bytes that begin with a record.
 * @returns its offset in bytes, undefined when none is open
 */
export async function openQuoteOffset(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  format: RecordFormat,
): Promise<number | undefined> {
  const scanner = new RecordScanner(format);
  let opened = 0;
  let closed = -1;
  let offset = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++, offset++) {
      if (chunk[at] !== 0x22) {
        scanner.feed(chunk, at, at + 1);
        continue;
      }
      const before = scanner.inQuotes;
      scanner.feed(chunk, at, at + 1);
      if (before) closed = offset;
      // A quote right after a closing one undoes that: the field is the same
      else if (scanner.inQuotes && closed !== offset - 1) opened = offset;
    }
  }
  return scanner.inQuotes ? opened : undefined;
}
