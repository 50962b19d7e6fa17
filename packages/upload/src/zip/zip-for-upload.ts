import { EngineError } from '@modelferry/http';
import type { ScratchFile, ScratchStore } from '../scratch.ts';
import type { Crc32 } from './crc32.ts';
import { deflatedZip } from './deflated-zip.ts';
import type { Deflater } from './deflater.ts';
import { storedZip } from './stored-zip-source.ts';
import { zipContentType, type ZipEntry } from './zip-entry.ts';

/** What to pack for an upload, and how. */
export interface ZipForUpload {
  /** The archive's own name: `retrain.zip`. */
  readonly name: string;
  readonly entries: readonly ZipEntry[];
  /** `stored`: not smaller, streams without scratch. `deflate`: smaller, written to scratch first. */
  readonly compression: 'stored' | 'deflate';
  /** Where a compressed archive is kept until it has been sent. Needed for `deflate`. */
  readonly scratch?: ScratchStore;
  readonly deflater?: Deflater;
  readonly crc32?: Crc32;
  readonly signal: AbortSignal;
}

/**
 * Packs files into an archive that can be sent to a presigned URL: of known length. Dispose of it when it has been sent,
 * also when that failed.
 * @throws EngineError with code `unsupported` for `deflate` without scratch, and for `stored` with a file of unknown
 * length
 * @throws InputError for a path that cannot be in an archive, or that is there twice
 */
export async function zipForUpload(request: ZipForUpload): Promise<ScratchFile> {
  const { name, entries, compression, scratch, signal } = request;
  if (compression === 'stored') {
    return { source: storedZip(name, entries, request), dispose: async () => undefined };
  }
  if (!scratch) {
    throw new EngineError({
      code: 'unsupported',
      message: `Could not compress "${name}": there is no place here to keep it until it has been sent.`,
      remedy: 'Send it uncompressed (stored).',
    });
  }
  return scratch.write({ name, contentType: zipContentType, body: deflatedZip(entries, request) }, signal);
}
