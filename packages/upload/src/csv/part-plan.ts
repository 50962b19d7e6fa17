import { CancelledError, type ByteRange, type InputError } from '@modelferry/http';
import { concatSource } from '../concat-source.ts';
import { bytesSource, type Source } from '../source.ts';
import { openQuoteOffset } from './open-quote.ts';
import type { RecordFormat } from './record-scanner.ts';
import type { RecordWatch } from './record-watch.ts';
import { RowCounter } from './row-counter.ts';
import { rowKernel } from './row-kernel.ts';
import { rowStore, type RowStore } from './row-store.ts';
import { tableFault } from './table-fault.ts';
import { readTableLayout } from './table-layout.ts';
import { walkChunks, walkElsewhere, type TableWalk } from './table-walk.ts';

/** A part of a table: the header and some whole records, byte for byte as they stand in the table. */
export interface TablePart {
  /** From 0. */
  readonly index: number;
  /** Which bytes of the table its records are. */
  readonly rows: ByteRange;
  /** The header before them is the table's, byte for byte, but for a byte order mark: only the first part has it. */
  readonly headerBytes: number;
  /** Header and rows. Of known length and replayable. */
  readonly source: Source;
  /** Says that nobody reads the part any more: the memory it is in is used for others. Not to be read thereafter. */
  release(): void;
}

/** How to cut a table. */
export interface PartOptions {
  /** Longest part in bytes, header included. @default 8 MiB */
  readonly partBytes?: number;
  /** One ASCII character. @default found from the header */
  readonly delimiter?: string;
  /** The input that the table came by, for errors. @default 'file' */
  readonly field?: string;
  /** What also sees all bytes, before the part they are in is given: a TableCheck. @default nothing */
  check?(format: RecordFormat): RecordWatch;
  /** What a part is called. @default `sales.csv` becomes `sales-1.csv`, `sales-2.csv` ... */
  nameOf?(index: number): string;
  readonly signal?: AbortSignal;
}

/**
 * Splits a table on the ends of its records. Parts come as they are found, so that the first can leave while the rest is
 * still being scanned; there are no temporary files. Blank lines at the table's end belong to no part.
 *
 * Memory: none to speak of for a table that can be read by ranges; else `partBytes` for each part until it is released, or
 * collected with its buffers.
 *
 * @throws InputError for a table without rows, UTF-16, a record longer than a part, and a quote that is never closed
 */
export async function* planTableParts(
  table: Source,
  options: PartOptions = {},
): AsyncGenerator<TablePart, void, undefined> {
  const { partBytes = 8 * 1024 * 1024, field = 'file', nameOf = numbered(table.name), signal } = options;
  const fault = (problem: string, remedy: string) => tableFault(field, table.name, problem, remedy);
  const { format, header, bomBytes, source } = await readTableLayout(table, field, options.delimiter);
  const maxBytes = partBytes - header.length;
  if (maxBytes < 1) {
    throw fault(`has a header of ${header.length} bytes, and a part takes ${partBytes}`, 'Use larger parts.');
  }
  const store = rowStore(source);
  const records = options.check?.(format) ?? recordsOnly(format);
  const cancelled = () => new CancelledError(`split "${table.name}"`);
  if (signal?.aborted) throw cancelled();
  const walk = walkOf(source, header, format, records, store);
  const reread = (range: ByteRange) => store.take(range).source.open();
  let index = 0;
  const part = (rows: ByteRange): TablePart => {
    const name = nameOf(index);
    const repeated = index === 0 ? header : header.subarray(bomBytes);
    const { source: taken, release } = store.take(rows);
    const whole = concatSource(name, [bytesSource(name, repeated), taken], table.contentType);
    return { index: index++, rows, headerBytes: repeated.length, source: whole, release };
  };

  let start = header.length;
  const goOn = () =>
    walk.to(start + maxBytes).catch((error: unknown) => {
      throw signal?.aborted ? cancelled() : error;
    });
  // A search that goes on elsewhere would else be waited for
  const leave = () => void (walk.elsewhere && walk.close());
  signal?.addEventListener('abort', leave);
  try {
    let more = goOn();
    while (await more) {
      if (signal?.aborted) throw cancelled();
      const rows = { start, end: records.start };
      if (rows.end <= start) throw await tooLong({ start, end: walk.position });
      start = rows.end;
      // While a part is sent, the next one can be looked for
      const ahead = walk.elsewhere ? goOn() : undefined;
      ahead?.catch(() => undefined); // Told when its turn comes
      yield part(rows);
      store.forget(rows.end);
      more = ahead ?? goOn();
    }
    const rest = { start, end: walk.position };
    records.end();
    if (records.inQuotes) throw fault(await openQuote(rest), closeIt);
    if (await hasText(reread(rest))) yield part(rest);
    else if (index === 0) throw fault('has a header and no rows', 'Pass a table with at least one row.');
  } finally {
    signal?.removeEventListener('abort', leave);
    await walk.close();
  }

  async function tooLong(range: ByteRange): Promise<InputError> {
    const problem = `has a record of more than ${maxBytes} bytes, which begins at byte ${range.start}`;
    if (!records.inQuotes) return fault(problem, 'Use larger parts.');
    return fault(
      `${problem} and ${await openQuote(range)}`,
      `${closeIt} If it is right as it is, use larger parts.`,
    );
  }

  async function openQuote(range: ByteRange): Promise<string> {
    const offset = (await openQuoteOffset(reread(range), format)) ?? 0;
    return `has a quote that is not closed, at byte ${range.start + offset}`;
  }
}

/** A host's own way of going over a table, where it has one for this; else its chunks, one by one. */
function walkOf(
  { scanner, length }: Source,
  header: Uint8Array,
  format: RecordFormat,
  records: RecordWatch,
  store: RowStore,
): TableWalk {
  const hasNames = new RowCounter(format, () => undefined);
  hasNames.feed(header);
  // It has nothing but the kernel, and counts fields against a first row that has ended: an empty line is none
  const isFit = length !== undefined && hasNames.rows > 0 && rowKernel() !== undefined;
  if (!scanner || !isFit) return walkChunks(store.chunks(), records);
  records.see(header);
  return walkElsewhere(scanner(format), length, records);
}

function recordsOnly(format: RecordFormat): RecordWatch {
  const counter = new RowCounter(format, () => undefined);
  return {
    see: (chunk) => counter.feed(chunk),
    end: () => undefined,
    take: ({ state }) => {
      counter.state = state;
    },
    get start() {
      return counter.start;
    },
    get inQuotes() {
      return counter.inQuotes;
    },
    get state() {
      return counter.state;
    },
  };
}

const closeIt = 'Close the quote there, or double it if it belongs to the text.';

const numbered = (name: string) => {
  const [, base = name, extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  return (index: number) => `${base}-${index + 1}${extension}`;
};

/** Whether there is anything but line ends. */
async function hasText(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const chunk of chunks) {
    if (chunk.some((byte) => byte !== 0x0a && byte !== 0x0d)) return true;
  }
  return false;
}
