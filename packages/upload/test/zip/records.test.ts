import { earliestDosTime } from '../../src/index.ts';
import { dosTime } from '../../src/zip/dos-time.ts';
import { archiveEnd, dataDescriptor, directoryRecord, localHeader } from '../../src/zip/records.ts';

const gib = 2 ** 30;
const name = new TextEncoder().encode('a.csv');
const view = (bytes: Uint8Array) => new DataView(bytes.buffer);

test('an entry of 5 GiB at 6 GiB: 64-bit sizes wherever they stand', () => {
  const entry = {
    ...{ name, modified: earliestDosTime, zip64: true, crc: 0x12345678 },
    ...{ bytes: 5 * gib, compressedBytes: 5 * gib + 400_000, offset: 6 * gib },
  };
  const local = view(localHeader(entry));
  expect(local.getUint16(4, true)).toBe(45);
  expect([local.getUint32(18, true), local.getUint32(22, true)]).toEqual([0xffffffff, 0xffffffff]);
  expect([local.getUint16(35, true), local.getUint16(37, true)]).toEqual([1, 16]);

  const descriptor = view(dataDescriptor(entry));
  expect(descriptor.byteLength).toBe(24);
  expect(descriptor.getBigUint64(8, true)).toBe(BigInt(entry.compressedBytes));
  expect(descriptor.getBigUint64(16, true)).toBe(BigInt(entry.bytes));

  const line = view(directoryRecord(entry));
  expect(line.getUint32(42, true)).toBe(0xffffffff);
  expect(line.getUint16(30, true)).toBe(28);
  expect([51 + 4, 51 + 12, 51 + 20].map((at) => line.getBigUint64(at, true))).toEqual(
    [entry.bytes, entry.compressedBytes, entry.offset].map(BigInt),
  );
});

test('a small entry behind 4 GiB: only its offset has 64 bits', () => {
  const line = view(
    directoryRecord({
      ...{ name, modified: earliestDosTime, zip64: false, crc: 1 },
      ...{ bytes: 10, compressedBytes: 15, offset: 5 * gib },
    }),
  );
  expect([line.getUint32(20, true), line.getUint32(24, true)]).toEqual([15, 10]);
  expect([line.getUint16(51, true), line.getUint16(53, true)]).toEqual([1, 8]);
  expect(line.getBigUint64(55, true)).toBe(BigInt(5 * gib));
});

test('the end of a directory behind 4 GiB', () => {
  const end = view(archiveEnd({ entries: 2, offset: 6 * gib, bytes: 200 }));
  expect(end.byteLength).toBe(98);
  expect(end.getBigUint64(48, true)).toBe(BigInt(6 * gib));
  expect(end.getBigUint64(56 + 8, true)).toBe(BigInt(6 * gib + 200));
  expect(end.getUint32(76 + 16, true)).toBe(0xffffffff);
  expect(end.getUint16(76 + 10, true)).toBe(2);
});

test('the last numbers that fit stay as they are, the first that do not move', () => {
  expect(archiveEnd({ entries: 65_534, offset: 0xfffffffe, bytes: 0 })).toHaveLength(22);
  expect(archiveEnd({ entries: 65_535, offset: 0, bytes: 0 })).toHaveLength(98);
  expect(archiveEnd({ entries: 0, offset: 0xffffffff, bytes: 0 })).toHaveLength(98);
});

test('a date is written as ZIP has it, within what it can hold', () => {
  expect(dosTime(new Date('2026-11-22T13:45:59Z'))).toEqual({
    date: (46 << 9) | (11 << 5) | 22,
    time: (13 << 11) | (45 << 5) | 29,
  });
  expect(dosTime(new Date('1970-01-01T00:00:00Z'))).toEqual(earliestDosTime);
  expect(dosTime(new Date('2200-01-01T00:00:00Z')).date >> 9).toBe(127);
  expect(dosTime(new Date(Number.NaN))).toEqual(earliestDosTime);
});
