import { EngineError, InputError } from '@modelferry/http';
import type { Source } from '../source.ts';
import { entryName } from './entry-name.ts';
import {
  archiveEndBytes,
  dataDescriptorBytes,
  directoryRecordBytes,
  localHeaderBytes,
  max32,
} from './records.ts';
import { storedDeflate, storedDeflateBytes } from './stored-deflate.ts';
import { zipContentType, type ZipEntry } from './zip-entry.ts';
import { zipStream, type PlannedEntry, type ZipStreamOptions } from './zip-stream.ts';

/**
 * An archive whose exact length is known before its first byte, because its entries are deflated without being
 * compressed. It streams, and is replayable where its entries are.
 * @param name the archive's own name: `retrain.zip`
 * @throws EngineError with code `unsupported` when an entry's length is not known
 * @throws InputError for a path that cannot be in an archive, or that is there twice
 */
export function storedZip(
  name: string,
  entries: readonly ZipEntry[],
  options: ZipStreamOptions = {},
): Source {
  refuseDoubles(entries);
  const planned = entries.map(plan);
  return {
    name,
    contentType: zipContentType,
    length: storedZipBytes(planned.map(({ name, bytes }) => ({ nameBytes: name.length, bytes }))),
    replayable: entries.every(({ source }) => source.replayable),
    ranged: false,
    open: () => zipStream(planned, options),
  };
}

/** @throws InputError when two entries have one path: most readers would keep only the last */
export function refuseDoubles(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { path } of entries) {
    if (seen.has(path)) {
      throw new InputError([
        {
          field: 'file',
          problem: `"${path}" would be in the ZIP twice`,
          remedy: 'Give the files different names.',
        },
      ]);
    }
    seen.add(path);
  }
}

function plan({ path, source, isExecutable }: ZipEntry): PlannedEntry & { readonly bytes: number } {
  const bytes = source.length;
  if (bytes === undefined) {
    throw new EngineError({
      code: 'unsupported',
      message: `Could not put "${source.name}" into a ZIP of known length: its own length is not known.`,
      remedy: 'Pass it as a file, or from a place that tells its length.',
    });
  }
  return {
    name: entryName(path),
    isExecutable,
    bytes,
    zip64: needsZip64(bytes),
    open: () => source.open(),
    deflate: (chunks) => storedDeflate(chunks, bytes, source.name),
  };
}

const needsZip64 = (bytes: number): boolean => storedDeflateBytes(bytes) > max32;

/** Length of a stored archive from its entries' name lengths and sizes, in bytes. Holds for sizes of any magnitude. */
export function storedZipBytes(
  entries: readonly { readonly nameBytes: number; readonly bytes: number }[],
): number {
  let offset = 0;
  let directory = 0;
  for (const { nameBytes, bytes } of entries) {
    const name = { length: nameBytes };
    const compressedBytes = storedDeflateBytes(bytes);
    const zip64 = needsZip64(bytes);
    directory += directoryRecordBytes({ name, zip64, bytes, compressedBytes, offset });
    offset += localHeaderBytes({ name, zip64 }) + compressedBytes + dataDescriptorBytes(zip64);
  }
  return offset + directory + archiveEndBytes({ entries: entries.length, offset, bytes: directory });
}
