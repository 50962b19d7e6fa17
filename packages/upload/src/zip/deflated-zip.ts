import type { Crc32 } from './crc32.ts';
import { platformDeflater, type Deflater } from './deflater.ts';
import type { DosTime } from './dos-time.ts';
import { entryName } from './entry-name.ts';
import { max32 } from './records.ts';
import { storedDeflateBytes } from './stored-deflate.ts';
import { refuseDoubles } from './stored-zip-source.ts';
import type { ZipEntry } from './zip-entry.ts';
import { zipStream } from './zip-stream.ts';
import { exactLength } from '../exact-length.ts';

/** How to make a compressed ZIP. */
export interface DeflatedZipOptions {
  readonly signal: AbortSignal;
  /** @default the platform's */
  readonly deflater?: Deflater;
  readonly crc32?: Crc32;
  /** Date of every entry. @default 1980-01-01 */
  readonly modified?: DosTime;
}

/**
 * An archive that is really compressed, as it is made. Its length is not known before its end, so it must be written
 * somewhere before it can be sent to storage that wants a length: see {@link zipForUpload}.
 *
 * Sizes follow each entry. They have 64 bits where an entry is or may become larger than 4 GiB: always when its length
 * is not known, else only when even incompressible content would need it.
 * @throws InputError for a path that cannot be in an archive, or that is there twice
 */
export function deflatedZip(
  entries: readonly ZipEntry[],
  options: DeflatedZipOptions,
): AsyncIterable<Uint8Array> {
  const { signal, deflater = platformDeflater } = options;
  refuseDoubles(entries);
  const planned = entries.map(({ path, source, isExecutable }) => {
    const { length } = source;
    return {
      name: entryName(path),
      isExecutable,
      // Deflate falls back to stored blocks; twice their overhead is more than any deflater of ours adds
      zip64: length === undefined || 2 * storedDeflateBytes(length) - length > max32,
      open: () => (length === undefined ? source.open() : exactLength(source.open(), length, source.name)),
      deflate: (bytes: AsyncIterable<Uint8Array>) => deflater(bytes, signal),
    };
  });
  return zipStream(planned, options);
}
