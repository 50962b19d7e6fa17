import { sniffType } from '../magic-bytes.ts';
import { peekSource } from '../peek-source.ts';
import type { Source } from '../source.ts';
import { detectDelimiter, type Delimiter } from './delimiter.ts';
import { guessEncoding, hasWideBom, utf8BomBytes, type TableEncoding } from './encoding.ts';
import { parseRows } from './parse-rows.ts';
import { tableFault } from './table-fault.ts';

/** The beginning of a table, read. */
export interface TableHead {
  /** The header's names, as they stand, without a byte order mark. */
  readonly columns: string[];
  /** The first rows after the header. */
  readonly rows: string[][];
  readonly delimiter: Delimiter;
  /** What ends its lines: LF, also as a part of CRLF; or CR alone. */
  readonly lineEnd: 'lf' | 'cr';
  /** What the names were decoded with; a guess unless it is UTF-8. */
  readonly encoding: TableEncoding;
  readonly encodingLooksUtf8: boolean;
  /** Whether `rows` is the whole table. */
  readonly complete: boolean;
  /** The table, still whole, also where its source can be opened only once. Send this one. */
  readonly source: Source;
}

/** How far to look into a table, and how to read it. */
export interface TableHeadOptions {
  /** The input that the table came by, for errors. @default 'file' */
  readonly field?: string;
  /** Rows after the header, at most. @default 1000, on which Prediction One judges the classes */
  readonly maxRows?: number;
  /** Bytes after which no more are asked for. @default 4 MiB */
  readonly maxBytes?: number;
  /** @default found from the header */
  readonly delimiter?: Delimiter;
}

/**
 * Reads a table's header and first rows, before anything is sent. It refuses only what cannot be read as a table at
 * all; what the columns must be is the vendor's to say.
 * @throws InputError for an empty file, a file of another kind, UTF-16, a header without an end, an open quote
 */
export async function readTableHead(source: Source, options: TableHeadOptions = {}): Promise<TableHead> {
  const { field = 'file', maxRows = 1000, maxBytes = 4 * 1024 * 1024 } = options;
  const fault = (problem: string, remedy: string) => tableFault(field, source.name, problem, remedy);

  const { head, ended, source: whole } = await peekSource(source, maxBytes, lineCounter(maxRows + 1));
  if (head.length === 0) throw fault('is empty', passATable);
  if (hasWideBom(head)) throw fault('is encoded in UTF-16', 'Save it as "CSV UTF-8" (Excel) or as UTF-8.');
  const type = sniffType(head);
  if (type) throw fault(`is a ${type.toUpperCase()} file, not a table`, passATable);

  const bytes = head.subarray(utf8BomBytes(head));
  const encoding = guessEncoding(bytes, ended);
  const text = new TextDecoder(encoding).decode(bytes, { stream: !ended });
  const delimiter = options.delimiter ?? detectDelimiter(text, source.name);
  const parsed = parseRows(text, delimiter, maxRows + 1);
  if (ended && parsed.openQuote) {
    throw fault('has a quote that is never closed', 'Close it, or double the quotes that belong to a text.');
  }
  // Where reading stopped within a row, that row is not known
  const sure = ended || parsed.lastRowEnded ? parsed.rows : parsed.rows.slice(0, -1);
  const [columns, ...rows] = sure;
  if (!columns && ended) throw fault('has no header line', passATable);
  if (!columns) throw fault(`has no end of its first line in ${bytes.length} bytes`, passATable);
  return {
    columns,
    rows,
    delimiter,
    lineEnd: text[parseRows(text, delimiter, 1).chars - 1] === '\r' ? 'cr' : 'lf',
    encoding,
    encodingLooksUtf8: encoding === 'utf-8',
    complete: ended && parsed.chars === text.length,
    source: whole,
  };
}

const passATable = 'Pass a CSV or TSV file with a header line and at least one row.';

/** Tells when so many lines have gone by. Quotes count by parity, which is good enough to know when to stop reading. */
function lineCounter(lines: number): (chunk: Uint8Array) => boolean {
  let seen = 0;
  let quoted = false;
  let afterCr = false;
  return (chunk) => {
    for (const byte of chunk) {
      if (byte === 0x22) quoted = !quoted;
      if (!quoted && (byte === 0x0a ? !afterCr : byte === 0x0d)) seen += 1;
      afterCr = byte === 0x0d;
      if (seen > lines) return true; // Going over a whole chunk byte by byte costs tens of MB of memory, until it is compiled
    }
    return false;
  };
}
