import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { gzipStream } from '@modelferry/upload';
import type { Archive } from 'archiver';
import type { FileSource } from '../file-source.ts';
import { parallelDeflater } from '../parallel-deflate.ts';

/** A file ready to be packed. */
export interface ArchiveEntry {
  readonly path: string;
  readonly source: FileSource;
  readonly isExecutable: boolean;
}

/** ZIP, or tar with gzip. */
export type ArchiveFormat = 'zip' | 'tar.gz';

/** The beginning of ZIP's calendar: the same archive for the same files, whenever it is made. */
const date = new Date('1980-01-01T00:00:00Z');
const plainMode = 0o644;
const executableMode = 0o755;

/** The bytes of an archive, as it is made. Entries are read one after the other; one that changes meanwhile fails. */
export async function* archiveBytes(
  entries: readonly ArchiveEntry[],
  {
    format,
    level,
    signal,
  }: { readonly format: ArchiveFormat; readonly level: number; readonly signal: AbortSignal },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { ZipArchive, TarArchive } = await import('archiver');
  if (format === 'zip') yield* packed(new ZipArchive({ zlib: { level } }), entries);
  else {
    const bytes = packed(new TarArchive(), entries);
    yield* gzipStream(bytes, { deflater: parallelDeflater({ level }), crc32, signal });
  }
}

async function* packed(archive: Archive, entries: readonly ArchiveEntry[]): AsyncGenerator<Uint8Array> {
  // archiver neither ends nor can be destroyed in the middle of a tar entry (the entry's failure would be nobody's, and
  // end the process): what breaks is this stream alone, and archiver is left to the garbage collector
  const out = new PassThrough();
  const fail = (error: unknown) => out.destroy(error as Error);
  let reading: Readable | undefined;
  const fill = async () => {
    for (const { path, source, isExecutable } of entries) {
      const taken = once(archive, 'entry');
      reading = Readable.from(source.open(), { objectMode: false }).once('error', fail);
      archive.append(reading, {
        name: path,
        date,
        mode: isExecutable ? executableMode : plainMode,
        stats: { size: source.length },
      });
      await taken;
    }
    await archive.finalize();
  };
  archive.once('error', fail).pipe(out);
  fill().catch(fail);
  try {
    for await (const chunk of out) yield chunk as Uint8Array;
  } finally {
    reading?.destroy();
  }
}
