import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { gzipStream } from '@modelferry/upload';
import { parallelDeflater } from '../parallel-deflate.ts';
import type { ArchiveEntry, ArchiveFormat } from './archive-format.ts';

/** The same archive for the same files, whenever it is made: as ZIP has it. */
const date = new Date('1980-01-01T00:00:00Z');
const plainMode = 0o644;
const executableMode = 0o755;

/** Tar with gzip. What makes it is loaded when it is first needed. */
export const tarFormat: ArchiveFormat = {
  extension: 'tar.gz',
  contentType: 'application/gzip',
  pack: (entries, { level, signal }) =>
    gzipStream(tarBytes(entries), { deflater: parallelDeflater({ level }), crc32, signal }),
};

async function* tarBytes(entries: readonly ArchiveEntry[]): AsyncGenerator<Uint8Array> {
  const { TarArchive } = await import('archiver');
  const archive = new TarArchive();
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
