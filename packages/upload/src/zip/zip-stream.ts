import { joinBytes } from '../join-bytes.ts';
import { crc32, type Crc32 } from './crc32.ts';
import { earliestDosTime, type DosTime } from './dos-time.ts';
import { archiveEnd, dataDescriptor, directoryRecord, localHeader, type EntryRecord } from './records.ts';

/** An entry ready to be written. */
export interface PlannedEntry {
  readonly name: Uint8Array;
  readonly zip64: boolean;
  readonly isExecutable?: boolean;
  /** The entry's bytes as they are. */
  open(): AsyncIterable<Uint8Array>;
  /** The same bytes as deflate. Reads its input to the end. */
  deflate(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/** What every way of making a ZIP can be told. */
export interface ZipStreamOptions {
  /** Date of every entry. @default 1980-01-01, so that the same input makes the same archive */
  readonly modified?: DosTime;
  /** @default the one in plain JavaScript */
  readonly crc32?: Crc32;
}

/** Writes an archive from front to back. Nothing is held but the directory's records. */
export async function* zipStream(
  entries: readonly PlannedEntry[],
  options: ZipStreamOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { modified = earliestDosTime, crc32: update = crc32 } = options;
  const written: EntryRecord[] = [];
  let offset = 0;
  for (const { name, zip64, isExecutable, open, deflate } of entries) {
    const begin = offset;
    const head = localHeader({ name, modified, zip64 });
    yield head;
    let crc = 0;
    let bytes = 0;
    async function* counted() {
      for await (const chunk of open()) {
        crc = update(chunk, crc);
        bytes += chunk.length;
        yield chunk;
      }
    }
    let compressedBytes = 0;
    for await (const chunk of deflate(counted())) {
      compressedBytes += chunk.length;
      yield chunk;
    }
    const descriptor = dataDescriptor({ crc, compressedBytes, bytes, zip64 });
    yield descriptor;
    offset += head.length + compressedBytes + descriptor.length;
    written.push({ name, modified, zip64, isExecutable, crc, compressedBytes, bytes, offset: begin });
  }
  let directoryBytes = 0;
  for (const chunk of gather(written.map(directoryRecord))) {
    directoryBytes += chunk.length;
    yield chunk;
  }
  yield archiveEnd({ entries: written.length, offset, bytes: directoryBytes });
}

/** Joins small records to chunks worth a write. */
function* gather(records: readonly Uint8Array[], chunkBytes = 65_536): Generator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let bytes = 0;
  for (const [index, record] of records.entries()) {
    pending.push(record);
    bytes += record.length;
    if (bytes < chunkBytes && index < records.length - 1) continue;
    yield joinBytes(pending);
    pending = [];
    bytes = 0;
  }
}
