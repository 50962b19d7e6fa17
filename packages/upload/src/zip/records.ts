import type { DosTime } from './dos-time.ts';
import { RecordWriter } from './record-writer.ts';

/** An entry as its records need it before its bytes are known. Source of the layout: PKWARE APPNOTE 6.3.10, section 4.3. */
export interface EntryHead {
  /** The path in UTF-8. */
  readonly name: Uint8Array;
  readonly modified: DosTime;
  /** Whether its sizes are written with 64 bits. Fixed before the first byte, so that every reader agrees. */
  readonly zip64: boolean;
  readonly isExecutable?: boolean;
}

/** An entry after its bytes went by. */
export interface EntryRecord extends EntryHead {
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Where its local header begins, in bytes. */
  readonly offset: number;
}

/** For lengths alone, the name's length is enough. */
type Sized<Entry, Keys extends keyof Entry> = Pick<Entry, Keys> & {
  readonly name: { readonly length: number };
};

/** Largest number that 32 bits hold beside the mark "see the 64-bit field". */
export const max32 = 0xfffffffe;
const max16 = 0xfffe;
const mark32 = 0xffffffff;
const mark16 = 0xffff;

const deflate = 8;
const version20 = 20;
const version45 = 45;
/** Bit 3: CRC and sizes follow the data, since they are not known before. Bit 11: the name is UTF-8. */
const flags = (1 << 3) | (1 << 11);
/** Upper half: made on Unix, so that the file mode below means something. */
const madeBy = (3 << 8) | version45;
/** A plain file, readable by all, writable by its owner; and one that all may run, too. */
const fileMode = 0o100644;
const executableMode = 0o100755;

/** The header before an entry's bytes. */
export function localHeader({ name, modified, zip64 }: EntryHead): Uint8Array {
  const record = new RecordWriter(localHeaderBytes({ name, zip64 }))
    .u32(0x04034b50)
    .u16(zip64 ? version45 : version20)
    .u16(flags)
    .u16(deflate)
    .u16(modified.time)
    .u16(modified.date)
    .u32(0)
    .u32(zip64 ? mark32 : 0)
    .u32(zip64 ? mark32 : 0)
    .u16(name.length)
    .u16(zip64 ? 20 : 0)
    .raw(name);
  // Zeroes for now: the field's presence is what tells a streaming reader that the descriptor has 64-bit sizes
  if (zip64) record.u16(1).u16(16).u64(0).u64(0);
  return record.done();
}

export const localHeaderBytes = ({ name, zip64 }: Sized<EntryHead, 'zip64'>): number =>
  30 + name.length + (zip64 ? 20 : 0);

/** What follows an entry's bytes: the CRC and sizes that the local header could not know. */
export function dataDescriptor({
  crc,
  compressedBytes,
  bytes,
  zip64,
}: Omit<EntryRecord, 'offset' | 'name' | 'modified' | 'isExecutable'>): Uint8Array {
  const record = new RecordWriter(dataDescriptorBytes(zip64)).u32(0x08074b50).u32(crc);
  return (zip64 ? record.u64(compressedBytes).u64(bytes) : record.u32(compressedBytes).u32(bytes)).done();
}

export const dataDescriptorBytes = (zip64: boolean): number => (zip64 ? 24 : 16);

/** Which of an entry's numbers have 64 bits in the directory, in the order in which they are written. */
const wide = ({
  zip64,
  bytes,
  compressedBytes,
  offset,
}: Pick<EntryRecord, 'zip64' | 'bytes' | 'compressedBytes' | 'offset'>) => [
  ...(zip64 ? [bytes, compressedBytes] : []),
  ...(offset > max32 ? [offset] : []),
];

/** An entry's line in the central directory. */
export function directoryRecord(entry: EntryRecord): Uint8Array {
  const { name, modified, isExecutable = false, crc, compressedBytes, bytes, offset, zip64 } = entry;
  const extra = wide(entry);
  const record = new RecordWriter(directoryRecordBytes(entry))
    .u32(0x02014b50)
    .u16(madeBy)
    .u16(zip64 || extra.length > 0 ? version45 : version20)
    .u16(flags)
    .u16(deflate)
    .u16(modified.time)
    .u16(modified.date)
    .u32(crc)
    .u32(zip64 ? mark32 : compressedBytes)
    .u32(zip64 ? mark32 : bytes)
    .u16(name.length)
    .u16(extra.length > 0 ? 4 + 8 * extra.length : 0)
    .u16(0) // no comment
    .u16(0) // on the first disk
    .u16(0) // no internal attributes
    .u32((isExecutable ? executableMode : fileMode) * 0x10000)
    .u32(offset > max32 ? mark32 : offset)
    .raw(name);
  if (extra.length > 0) {
    record.u16(1).u16(8 * extra.length);
    for (const value of extra) record.u64(value);
  }
  return record.done();
}

export function directoryRecordBytes(
  entry: Sized<EntryRecord, 'zip64' | 'bytes' | 'compressedBytes' | 'offset'>,
): number {
  const extra = wide(entry).length;
  return 46 + entry.name.length + (extra > 0 ? 4 + 8 * extra : 0);
}

/** Where the central directory lies. */
export interface DirectoryPlace {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
}

const needsZip64 = ({ entries, offset, bytes }: DirectoryPlace) =>
  entries > max16 || offset > max32 || bytes > max32;

/** The end of the archive: the end record, before it the 64-bit one and its locator where a number needs them. */
export function archiveEnd(place: DirectoryPlace): Uint8Array {
  const { entries, offset, bytes } = place;
  const record = new RecordWriter(archiveEndBytes(place));
  if (needsZip64(place)) {
    record
      .u32(0x06064b50)
      .u64(44) // what follows of this record
      .u16(madeBy)
      .u16(version45)
      .u32(0)
      .u32(0)
      .u64(entries)
      .u64(entries)
      .u64(bytes)
      .u64(offset)
      .u32(0x07064b50)
      .u32(0)
      .u64(offset + bytes) // where the 64-bit end record begins
      .u32(1);
  }
  return record
    .u32(0x06054b50)
    .u16(0)
    .u16(0)
    .u16(entries > max16 ? mark16 : entries)
    .u16(entries > max16 ? mark16 : entries)
    .u32(bytes > max32 ? mark32 : bytes)
    .u32(offset > max32 ? mark32 : offset)
    .u16(0)
    .done();
}

export const archiveEndBytes = (place: DirectoryPlace): number => (needsZip64(place) ? 98 : 22);
